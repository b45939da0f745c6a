// Comfort for who reads slowly: reads a part of the page aloud with the device's own voice, each text in its own language.
// Without JavaScript, or on a device that cannot speak, the button never appears.

const buttons = document.querySelectorAll<HTMLButtonElement>('button[data-read]')

if ('speechSynthesis' in window) {
  for (const button of buttons) {
    button.hidden = false
    button.addEventListener('click', () => toggle(button))
  }
  addEventListener('pagehide', () => speechSynthesis.cancel())
}

function toggle(button: HTMLButtonElement): void {
  const going = button.getAttribute('aria-pressed') === 'true'
  speechSynthesis.cancel()
  for (const other of buttons) other.setAttribute('aria-pressed', 'false')
  if (going) return
  button.setAttribute('aria-pressed', 'true')
  const part = document.querySelector(button.dataset['read'] ?? 'main')
  const texts = part ? [...part.querySelectorAll('h1,h2,h3,p,li,blockquote,dt,dd')].filter(isLeaf) : []
  texts.forEach((element, at) => {
    const spoken = new SpeechSynthesisUtterance((element as HTMLElement).innerText)
    spoken.lang = element.closest('[lang]')?.getAttribute('lang') ?? 'nl'
    if (at === texts.length - 1) spoken.onend = () => button.setAttribute('aria-pressed', 'false')
    speechSynthesis.speak(spoken)
  })
}

/** Not twice what stands inside another text that is read. */
function isLeaf(element: Element): boolean {
  return element.querySelector('h1,h2,h3,p,li,blockquote,dt,dd') === null && element.closest('form,nav') === null
}
