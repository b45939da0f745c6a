/** Who sends half a form and then nothing keeps no place occupied: the connection is closed, in words a browser understands. */
import { connect } from 'node:net'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { emptyStore, placeOn, type Place } from './kit.ts'

let place: Place
let close: () => Promise<void>
beforeAll(async () => {
  const empty = await emptyStore('SQLite')
  place = await placeOn(empty.store, empty.dir)
  close = async () => {
    await place.close()
    await empty.clear()
  }
})
afterAll(() => close?.())

it(
  'a form that never arrives whole is given up with 408, and the next visitor is served',
  { timeout: 60_000 },
  async () => {
    const address = new URL(await place.app.listen({ port: 0, host: '127.0.0.1' }))
    // Half a minute for people; here half a second, so that a test need not wait.
    expect(place.app.server.requestTimeout).toBe(30_000)
    place.app.server.requestTimeout = 500
    place.app.server.headersTimeout = 500
    const answer = await new Promise<string>((done, lost) => {
      const socket = connect(Number(address.port), '127.0.0.1')
      let heard = ''
      socket.on('data', (part) => (heard += part.toString()))
      socket.on('close', () => done(heard))
      socket.on('error', lost)
      socket.write('POST /inbreng/nieuw HTTP/1.1\r\nHost: buurt.test\r\n')
      socket.write('Content-Type: application/x-www-form-urlencoded\r\nContent-Length: 1000\r\n\r\ntext=De+bank')
    })
    expect(answer).toMatch(/^HTTP\/1\.1 408 /)
    const next = await fetch(new URL('/healthz', address))
    expect(next.status).toBe(200)
  }
)
