/** What people do with a page, in their words: read its heading, follow a link, fill in a question, press a button. */
import { expect } from 'vitest'
import type { Visitor } from './browser.ts'

const exactly = (text: string | RegExp) => (typeof text === 'string' ? { name: text, exact: true } : { name: text })

export const hands = ({ page }: Visitor) => ({
  async reads(heading: string | RegExp): Promise<void> {
    const found = (await page.locator('h1').innerText()).trim()
    // When it is another page, its own words tell why.
    const words = await page.locator('main').innerText()
    if (typeof heading === 'string') expect(found, words).toBe(heading)
    else expect(found, words).toMatch(heading)
  },
  /** The words of the page's own part, as they can be read. */
  words: async (): Promise<string> => page.locator('main').innerText(),
  follow: (name: string | RegExp) => page.locator('main').getByRole('link', exactly(name)).first().click(),
  press: (name: string | RegExp) => page.getByRole('button', exactly(name)).first().click(),
  fill: (label: string | RegExp, text: string) => page.locator('main').getByLabel(label).first().fill(text),
  // The box itself lies beneath its label; a finger lands on the label.
  choose: (label: string | RegExp) => page.locator('main').getByLabel(label).first().check({ force: true }),
  path: (): string => new URL(page.url()).pathname
})
export type Hands = ReturnType<typeof hands>
