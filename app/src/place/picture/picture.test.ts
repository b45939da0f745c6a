import sharp from 'sharp'
import { beforeAll, expect, it } from 'vitest'
import { clientOf, type Client } from '../../../test/client.ts'
import { onEveryEngine, type Place } from '../../../test/kit.ts'
import { smallWorld, type World } from '../../../test/world.ts'
import { entriesAbout } from '../../journal/index.ts'

/** A photo as a phone makes it: on its side, with the place where it was taken inside. */
const photo = (width = 400, height = 300) =>
  sharp({ create: { width, height, channels: 3, background: '#886644' } })
    .jpeg()
    .withExif({ IFD0: { Copyright: 'Thuis bij Ans' }, IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '52/1 18/1 0/1' } })
    .withMetadata({ orientation: 6 })
    .toBuffer()

const form = async (client: Client, alt = 'De flat met de grote boom') =>
  (await client.get('/beheer/beeld')).form().fill({ alt })

const shownAt = (body: string): string => /src="(\/beeld\/[^"]+)"/.exec(body)?.[1] ?? 'no picture'

async function bytesAt(place: Place, path: string) {
  const answer = await place.app.inject({ url: path })
  return { status: answer.statusCode, bytes: answer.rawPayload, headers: answer.headers }
}

onEveryEngine('the picture of the neighbourhood', (place) => {
  let world: World
  beforeAll(async () => {
    world = await smallWorld(place())
  })
  const administrator = async (): Promise<Client> => {
    const client = clientOf(place())
    await client.signIn(world.people.administrator)
    return client
  }

  it('stands on the first page with words for who cannot see it, and tells nothing of the phone it came from', async () => {
    const client = await administrator()
    const sent = await (await form(client)).attach('picture', await photo()).send()
    expect(sent.first).toBe(303)
    const home = await clientOf(place()).get('/')
    expect(home.body).toContain('alt="De flat met de grote boom"')
    const { status, bytes, headers } = await bytesAt(place(), shownAt(home.body))
    expect(status).toBe(200)
    expect(headers['content-type']).toBe('image/webp')
    const inside = await sharp(bytes).metadata()
    expect([inside.format, inside.width, inside.height]).toEqual(['webp', 300, 400])
    expect([inside.exif, inside.orientation, inside.xmp, inside.icc]).toEqual([
      undefined,
      undefined,
      undefined,
      undefined
    ])
    expect(bytes.includes('Thuis bij Ans')).toBe(false)
    const entries = await entriesAbout(place().store.read, 'neighbourhood', '1')
    expect(entries.map((entry) => entry.kind)).toContain('neighbourhood-picture-set')
  })

  it('is gone for good once another one is sent, or it is taken away', async () => {
    const client = await administrator()
    await (await form(client)).attach('picture', await photo()).send()
    const first = shownAt((await client.get('/')).body)
    await (await form(client)).attach('picture', await photo(800, 600)).send()
    const second = shownAt((await client.get('/')).body)
    expect(second).not.toBe(first)
    expect((await bytesAt(place(), first)).status).toBe(404)
    const away = await (await client.get('/beheer/beeld/weg')).form().send()
    expect(away.path).toContain('/beheer/beeld')
    expect((await bytesAt(place(), second)).status).toBe(404)
    expect(shownAt((await client.get('/')).body)).toBe('no picture')
  })

  it.each([
    [
      'a drawing that could carry a script',
      Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>1</script></svg>')
    ],
    ['a page', Buffer.from('<!doctype html><p>hallo')],
    ['half a photo', Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 16])],
    ['something that only begins like a photo', Buffer.concat([Buffer.from([0xff, 0xd8, 0xff]), Buffer.alloc(4000, 7)])]
  ])('refuses %s with a sentence, and keeps the words that were typed', async (_what, bytes) => {
    const client = await administrator()
    const before = shownAt((await client.get('/')).body)
    const seen = await (await form(client, 'Zo ziet ons plein eruit')).attach('picture', bytes, 'plein.jpg').send()
    expect(seen.status).toBe(422)
    expect(seen.text).toContain('Dit bestand kunnen wij niet als foto lezen')
    expect(seen.form().value('alt')).toBe('Zo ziet ons plein eruit')
    expect(shownAt((await client.get('/')).body)).toBe(before)
  })

  it('refuses a file of more than 12 MB with a sentence, not with a broken connection', async () => {
    const client = await administrator()
    const large = Buffer.concat([await photo(), Buffer.alloc(13 * 1024 * 1024)])
    const seen = await (await form(client)).attach('picture', large).send()
    expect(seen.status).toBe(422)
    expect(seen.text).toContain('hoogstens 12 MB')
  })

  it('refuses a small file that would unfold into an enormous picture', async () => {
    const client = await administrator()
    const bomb = await sharp({ create: { width: 9000, height: 9000, channels: 3, background: 'white' } })
      .png()
      .toBuffer()
    const seen = await (await form(client)).attach('picture', bomb).send()
    expect(seen.text).toContain('te groot')
  })

  it('asks for a picture and for words when they were left out', async () => {
    const client = await administrator()
    const none = await (await form(client, 'Alleen woorden')).send()
    expect(none.status).toBe(422)
    const wordless = await (await form(client, '')).attach('picture', await photo()).send()
    expect(wordless.status).toBe(422)
  })

  it('is not taken from somebody else, and no other form takes files', async () => {
    const client = clientOf(place())
    const body = new FormData()
    body.append('picture', new File([Buffer.from(await photo())], 'x.jpg'))
    const whole = new Response(body)
    const type = whole.headers.get('content-type')!
    const payload = Buffer.from(await whole.arrayBuffer())
    expect((await client.postBody('/beheer/beeld', payload, type)).first).toBe(401)
    expect((await client.postBody('/inbreng/nieuw', payload, type)).first).toBe(400)
    const half = await client.postBody('/beheer/beeld', payload.subarray(0, 200), type)
    expect([400, 401]).toContain(half.first)
    await client.signIn(world.people['contact of the institution'])
    expect((await client.postBody('/beheer/beeld', payload, type)).first).toBe(403)
  })

  it('of two administrators who send one at once, the second hears that something changed', async () => {
    const client = await administrator()
    const [one, two] = [await form(client), await form(client, 'Het andere plein')]
    await one.attach('picture', await photo()).send()
    const seen = await two.attach('picture', await photo()).send()
    expect(seen.status).toBe(422)
    expect(seen.form().value('alt')).toBe('Het andere plein')
  })
})
