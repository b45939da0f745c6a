/** A way back within this site; the front page for anything else. */
export function ownPath(asked: unknown): string {
  const text = typeof asked === 'string' ? asked : ''
  return /^\/(?![/\\])[\x20-\x7e]*$/.test(text)
    ? text.replace(/([?&])(gedaan|taal)=[^&]*&?/g, '$1').replace(/[?&]$/, '')
    : '/'
}
