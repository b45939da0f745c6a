/** Somebody from outside, with nothing but the command of packages/public-log and the address of the running neighbourhood. */
import { execFile } from 'node:child_process'
import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { beforeAll, expect, it } from 'vitest'
import { clientOf } from './client.ts'
import { onEveryEngine } from './kit.ts'
import { root } from './sources.ts'
import { smallWorld, type World } from './world.ts'

const folder = mkdtempSync(join(tmpdir(), 'outsider-'))
const file = (name: string) => join(folder, name)
const command = async (...args: string[]): Promise<string> => {
  const bin = join(root, 'packages/public-log/bin/public-log.js')
  return (await promisify(execFile)(process.execPath, [bin, ...args], { encoding: 'utf8' })).stdout
}

onEveryEngine('somebody from outside', (place, engine) => {
  let world: World
  let log: string
  let key: string
  const named = (name: string) => file(`${engine.replaceAll(/\W+/g, '-')}-${name}`)

  beforeAll(async () => {
    world = await smallWorld(place())
    log = `${await place().app.listen({ port: 0, host: '127.0.0.1' })}/logboek`
    const page = (await clientOf(place()).get('/logboek/bewijs')).body
    key = /[^\s<>"]+\+[0-9a-f]{8}\+[A-Za-z0-9+/=]{44}/.exec(page)![0]
  })

  it('audits the whole record, keeps a checkpoint and an export, and finds the record of later to be the same one', async () => {
    expect(await command('audit', log, '--key', key, '--save', named('then.checkpoint'))).toMatch(
      /^Right: all \d+ entries/
    )
    expect(await command('export', log, named('then.log'), '--key', key)).toMatch(/^Right/)
    const client = clientOf(place())
    await client.signIn(world.people['lead of the group'])
    const step = await client.get(`/buurtdoelen/${world.params['goal']}/gedaan`)
    await step.form().fill({ what: 'Opgeruimd', who: 'Ama', doneOn: '2026-03-03' }).send()
    const later = await command(
      ...['audit', log, '--key', key, '--from', named('then.checkpoint'), '--from', named('then.log')]
    )
    expect(later).toContain('what was kept before (2) fits in')
  })

  it('checks a receipt without asking anybody, with the words it was given for', async () => {
    const proof = await place().app.inject({ url: `/volg/${world.params['code']}/bewijs.json` })
    writeFileSync(named('bewijs.json'), proof.body)
    const said = await command('verify', named('bewijs.json'), '--key', key, '--lang', 'nl')
    expect(said).toMatch(/^Klopt: dit is regel \d+/)
    expect(said).toContain('En deze woorden horen erbij')
  })

  it('becomes a witness with one command, and stands under the checkpoint', async () => {
    const made = await command('key', 'bewoners.example/getuige', named('witness.key'), '--witness')
    const client = clientOf(place())
    await client.signIn(world.people['administrator'])
    const form = (await client.get('/logboek/getuigen/nieuw')).form()
    expect((await form.fill({ name: 'Bewoners', key: made.trim() }).send()).first).toBe(303)
    await command('cosign', log, '--key', named('witness.key'), '--log', key, '--send', `${log}/medeondertekening`)
    writeFileSync(named('witness.pub'), made)
    const said = await command('audit', log, '--key', key, '--witness', named('witness.pub'))
    expect(said).toContain('bewoners.example/getuige (')
  })

  it('finds the record unbroken after somebody was forgotten, and the receipt in their own hand still true', async () => {
    const code = world.params['code']!
    const client = clientOf(place())
    expect((await (await client.get(`/volg/${code}/wissen`)).form().send()).first).toBe(303)
    await Promise.all(place().site.inHand)
    expect((await place().app.inject({ url: `/volg/${code}/bewijs.json` })).statusCode).not.toBe(200)
    const later = await command(
      ...['audit', log, '--key', key, '--from', named('then.checkpoint'), '--from', named('bewijs.json')]
    )
    expect(later).toContain('what was kept before (2) fits in')
    expect(await command('verify', named('bewijs.json'), '--key', key)).toMatch(/^Right/)
  })
})
