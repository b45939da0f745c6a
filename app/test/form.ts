/** A form as it stands on a page: what it would send when somebody fills it in and presses a button. */
import { all, attribute, textOf, type Element } from './html.ts'

export type Filling = Record<string, string | string[]>

interface Control {
  kind: 'hidden' | 'text' | 'choice' | 'choices' | 'file'
  values: string[]
  /** What may be chosen, for radio buttons, checkboxes and lists. */
  options?: string[]
}

export interface FormOnPage {
  action: string
  method: 'get' | 'post'
  /** It can carry files. */
  multipart: boolean
  /** Names of what can be filled in, without the hidden fields. */
  fields: string[]
  options(field: string): string[]
  kind(field: string): Control['kind']
  buttons: string[]
  /** What stands in a field now. */
  value(field: string): string
  fill(values: Filling): FormOnPage
  /** Name–value pairs as a browser would send them; `button` is part of the words on the button that is pressed. */
  sends(button?: string): [string, string][]
}

export function formFrom(form: Element, here: string): FormOnPage {
  const controls = controlsOf(form)
  const buttons = all(form, 'button').filter((b) => (attribute(b, 'type') ?? 'submit') === 'submit')
  const known = (field: string): Control => {
    const control = controls.get(field)
    if (!control) throw new Error(`This form has no field "${field}"; it has ${[...controls.keys()].join(', ')}.`)
    return control
  }
  const whole: FormOnPage = {
    action: attribute(form, 'action') || here,
    method: attribute(form, 'method')?.toLowerCase() === 'post' ? 'post' : 'get',
    multipart: attribute(form, 'enctype') === 'multipart/form-data',
    fields: [...controls].filter(([, control]) => control.kind !== 'hidden').map(([name]) => name),
    buttons: buttons.map(textOf),
    options: (field) => known(field).options ?? [],
    kind: (field) => known(field).kind,
    value: (field) => known(field).values[0] ?? '',
    fill(values) {
      for (const [field, value] of Object.entries(values)) put(field, known(field), [value].flat())
      return whole
    },
    sends(words) {
      const pairs = [...controls].flatMap(([name, { values }]) => values.map((v): [string, string] => [name, v]))
      const pressed = words === undefined ? buttons[0] : buttons.find((b) => textOf(b).includes(words))
      if (words !== undefined && !pressed) throw new Error(`No button says "${words}"; ${whole.buttons.join(' | ')}`)
      const name = pressed && attribute(pressed, 'name')
      return name ? [...pairs, [name, attribute(pressed, 'value') ?? '']] : pairs
    }
  }
  return whole
}

function put(field: string, control: Control, values: string[]): void {
  const strange = control.options && values.find((value) => !control.options!.includes(value))
  if (strange !== undefined)
    throw new Error(`"${strange}" cannot be chosen for ${field}: ${control.options?.join(', ')}`)
  control.values = control.kind === 'text' ? values.map((value) => value.replaceAll(/\r?\n/g, '\r\n')) : values
}

function controlsOf(form: Element): Map<string, Control> {
  const controls = new Map<string, Control>()
  for (const element of all(form, 'input', 'textarea', 'select')) {
    const name = attribute(element, 'name')
    if (!name || attribute(element, 'disabled') !== undefined) continue
    if (element.tagName === 'select') controls.set(name, listOf(element))
    else if (element.tagName === 'textarea') controls.set(name, { kind: 'text', values: [rawText(element)] })
    else addInput(controls, name, element)
  }
  return controls
}

function addInput(controls: Map<string, Control>, name: string, input: Element): void {
  const type = attribute(input, 'type') ?? 'text'
  const value = attribute(input, 'value') ?? (type === 'radio' || type === 'checkbox' ? 'on' : '')
  if (type === 'submit' || type === 'button') return
  if (type === 'radio' || type === 'checkbox') {
    const kind = type === 'radio' ? 'choice' : 'choices'
    const control: Control = controls.get(name) ?? { kind, values: [], options: [] }
    control.options!.push(value)
    if (attribute(input, 'checked') !== undefined) control.values.push(value)
    controls.set(name, control)
    return
  }
  const kind = type === 'hidden' ? 'hidden' : type === 'file' ? 'file' : 'text'
  controls.set(name, { kind, values: [value] })
}

function listOf(select: Element): Control {
  const options = all(select, 'option')
  const values = options.map((o) => attribute(o, 'value') ?? textOf(o))
  const chosen = options.findIndex((o) => attribute(o, 'selected') !== undefined)
  const first = values[Math.max(chosen, 0)]
  return { kind: 'choice', values: first === undefined ? [] : [first], options: values }
}

const rawText = (element: Element): string => element.childNodes.map((c) => ('value' in c ? c.value : '')).join('')
