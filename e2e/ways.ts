/** One page, looked at in every way people look at pages: narrow, by day, in the dark, in colours of their own, with large letters, with the keyboard. */
import type { Page } from 'playwright-core'
import { accessibilityTroubles, scrollsSideways, type Visitor } from './browser.ts'

/** A narrow phone; at once a window of 1280 pixels at 400 %. */
const narrow = { width: 320, height: 640 }
/** A window of 1280 pixels at 200 %. */
const doubled = { width: 640, height: 500 }

const tell = (way: string, wrong: string[]): string[] => wrong.map((what) => `${way}: ${what}`)

/** Everything that hinders anybody on the page that is open, one line each. Leaves the page as it was. */
export async function wrongInAnyWay({ page }: Visitor): Promise<string[]> {
  await page.setViewportSize(narrow)
  const found = [
    ...(await scrollsSideways(page)),
    // Targets of at least 24 pixels are a rule that axe-core leaves off unless asked.
    ...(await accessibilityTroubles(page, { rules: { 'target-size': { enabled: true } } })),
    ...tell('with the keyboard', await hiddenFocus(page))
  ]
  await page.emulateMedia({ colorScheme: 'dark' })
  found.push(...tell('in the dark', await accessibilityTroubles(page, onlyContrast)))
  await page.emulateMedia({ colorScheme: 'light', forcedColors: 'active' })
  found.push(...tell('in colours of their own', [...(await lostInForcedColours(page)), ...(await hiddenFocus(page))]))
  await page.emulateMedia({ colorScheme: null, forcedColors: null })
  found.push(...(await tooWide(page)))
  await page.setViewportSize(narrow)
  return found
}

const onlyContrast = { runOnly: { type: 'rule' as const, values: ['color-contrast'] } }

/** Enlarged to 200 % and 400 %, with letters twice as large and nothing else, and drawn from right to left. */
export async function tooWide(page: Page): Promise<string[]> {
  await page.setViewportSize(narrow)
  await page.evaluate(() => document.documentElement.setAttribute('dir', 'rtl'))
  const found = tell('from right to left', await scrollsSideways(page))
  await page.evaluate(() => document.documentElement.setAttribute('dir', 'ltr'))
  found.push(...tell('at 400 %', [...(await scrollsSideways(page)), ...(await cutOff(page))]))
  await page.setViewportSize(doubled)
  found.push(...tell('at 200 %', await scrollsSideways(page)))
  await page.evaluate(() => (document.documentElement.style.fontSize = '200%'))
  found.push(...tell('with letters twice as large', [...(await scrollsSideways(page)), ...(await cutOff(page))]))
  await page.evaluate(() => document.documentElement.removeAttribute('style'))
  return found
}

/** Words that stand outside the box that holds them, where nobody can scroll to. */
const cutOff = (page: Page): Promise<string[]> =>
  page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('body *')]
      .filter((one) => one.textContent?.trim() && one.clientWidth > 1 && !one.closest('svg'))
      .filter((one) => /hidden|clip/.test(getComputedStyle(one).overflow))
      .filter((one) => one.scrollWidth > one.clientWidth + 1 || one.scrollHeight > one.clientHeight + 1)
      .map((one) => `cut off: ${one.tagName.toLowerCase()}.${one.className} ${one.textContent?.trim().slice(0, 40)}`)
  )

/** What can be reached with the keyboard without anybody seeing that one is there. */
const hiddenFocus = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const reachable = 'a[href], button, input:not([type=hidden]), select, textarea, summary'
    const seen = (one: Element): boolean => {
      const { outlineStyle, outlineWidth, outlineColor } = getComputedStyle(one)
      return (
        outlineStyle !== 'none' && parseFloat(outlineWidth) >= 2 && !/^rgba\(.*, 0\)$|transparent/.test(outlineColor)
      )
    }
    const found: string[] = []
    for (const one of document.querySelectorAll<HTMLElement>(reachable)) {
      if (!one.checkVisibility()) continue
      one.focus()
      if (document.activeElement !== one) continue
      // The row of a choice shows it for its box.
      const row = one.closest('.choice')
      if (!seen(one) && !(row && seen(row))) found.push(`focus cannot be seen: ${one.outerHTML.slice(0, 120)}`)
    }
    ;(document.activeElement as HTMLElement | null)?.blur()
    scrollTo(0, 0)
    return found
  })

/** Words in the colour of what they stand on, and buttons or fields without an edge. */
const lostInForcedColours = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const transparent = /^rgba\(.*, 0\)$|^transparent$/
    const behind = (one: Element | null): string => {
      for (let at = one; at; at = at.parentElement) {
        const colour = getComputedStyle(at).backgroundColor
        if (!transparent.test(colour)) return colour
      }
      return 'rgb(255, 255, 255)'
    }
    const name = (one: Element) =>
      `${one.tagName.toLowerCase()}.${one.className} ${one.textContent?.trim().slice(0, 40)}`
    const found: string[] = []
    for (const one of document.querySelectorAll<HTMLElement>('body *')) {
      if (!one.checkVisibility() || one.closest('svg')) continue
      const style = getComputedStyle(one)
      const own = [...one.childNodes].some((node) => node.nodeType === 3 && node.textContent?.trim())
      if (own && style.color === behind(one)) found.push(`words in the colour behind them: ${name(one)}`)
      if (
        !one.matches(
          'button, .btn:not(.quiet), input:not([type=hidden], [type=radio], [type=checkbox]), select, textarea, .choice'
        )
      )
        continue
      const edge = style.borderTopStyle !== 'none' && parseFloat(style.borderTopWidth) >= 1
      if (!edge || style.borderTopColor === behind(one.parentElement)) found.push(`no edge around it: ${name(one)}`)
    }
    return found
  })
