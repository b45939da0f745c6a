/** Who asks, as far as the network tells: what limits are counted by. */

const parts = (text: string): string[] => (text === '' ? [] : text.split(':'))

/**
 * One IPv4 address, or the first 56 bits of an IPv6 one: a household holds that many addresses and could use a new one for every try.
 * What is neither is taken as it stands.
 */
export function networkOf(address: string): string {
  const v4 = /(?:^|:)(\d{1,3}(?:\.\d{1,3}){3})$/.exec(address)?.[1]
  if (v4) return v4
  if (!address.includes(':')) return address
  const [head = '', tail] = (address.split('%')[0] ?? '').split('::')
  const [before, after] = [parts(head), parts(tail ?? '')]
  const between = tail === undefined ? 0 : Math.max(8 - before.length - after.length, 0)
  const groups = [...before, ...Array<string>(between).fill('0'), ...after]
  return groups
    .map((group) => group.toLowerCase().padStart(4, '0'))
    .join('')
    .slice(0, 14)
}
