// Costs as people write them in one field, a line each: "Vijf banken: 4.000". Works without JavaScript and on paper.
import { inEuros, type CostItem } from '@buurtmacht/domain'

/** The amount is what comes after the last colon, tab or equals sign; without one, after the last space or euro sign. */
export function costLines(typed: string): { what: string; amount: string }[] {
  return typed
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .map((line) => {
      const [, what = line, amount = ''] = /^(.*)[:=\t](.*)$/.exec(line) ?? /^(.*?)[\s€]+([\d.,-]+)$/.exec(line) ?? []
      return { what: what.replace(/€\s*$/, '').trim(), amount: amount.trim() }
    })
}

export const costsTyped = (items: readonly CostItem[]): string =>
  items.map((item) => `${item.what}: ${inEuros(item.amount).replace('.', ',')}`).join('\n')
