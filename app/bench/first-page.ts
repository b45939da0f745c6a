/** What a visitor's first page brings over the wire: the page and everything it names, headers and all, nothing kept from before. */
import { connect } from 'node:net'

export interface FirstPage {
  bytes: number
  parts: { path: string; bytes: number }[]
}

export async function firstPage(port: number): Promise<FirstPage> {
  const page = await raw(port, '/', 'identity')
  const names = [...page.text.matchAll(/<(?:link|img|script)\b[^>]*?\s(?:href|src)="(\/[^"]*)"/g)].map(([, path]) =>
    path!.replaceAll('&amp;', '&')
  )
  const parts: FirstPage['parts'] = []
  for (const path of ['/', ...new Set(names)]) parts.push({ path, bytes: (await raw(port, path, 'br, gzip')).bytes })
  return { bytes: parts.reduce((sum, part) => sum + part.bytes, 0), parts }
}

function raw(port: number, path: string, encoding: string): Promise<{ bytes: number; text: string }> {
  return new Promise((done, failed) => {
    const socket = connect(port, '127.0.0.1')
    const got: Buffer[] = []
    socket.on('data', (part) => got.push(part))
    socket.on('error', failed)
    socket.on('end', () => {
      const whole = Buffer.concat(got)
      done({ bytes: whole.length, text: whole.toString('latin1') })
    })
    socket.write(`GET ${path} HTTP/1.1\r\nhost: 127.0.0.1\r\naccept-encoding: ${encoding}\r\nconnection: close\r\n\r\n`)
  })
}
