// One e-mail address, strictly: what passes here can be put in a letter's header without adding a second receiver.

/**
 * The address, its domain in lower case, or undefined. One address only: no name before it, no comma, no line break,
 * no quoted part. At most 254 characters (RFC 5321, 4.5.3.1.3, with the erratum), 64 before the @.
 */
export function readEmail(raw: string): string | undefined {
  const typed = raw.trim()
  const found = /^([^\s@<>(),;:\\"[\]\p{C}]{1,64})@([\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+)$/u.exec(typed)
  const [, local, domain] = found ?? []
  if (local === undefined || domain === undefined || typed.length > 254) return undefined
  if (local.startsWith('.') || local.endsWith('.') || local.includes('..')) return undefined
  if (domain.split('.').some((label) => label.startsWith('-') || label.endsWith('-') || label.length > 63))
    return undefined
  return `${local}@${domain.toLowerCase()}`
}
