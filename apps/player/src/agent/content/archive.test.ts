import { readdir, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { FileRef } from '@akari/protocol'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Agent } from '../agent.ts'
import { agentFor, ANY_CONTENT, paired, stateOf, temporaryFolder, until } from '../testing/agent-under-test.ts'
import { CmsPeer } from '../testing/cms-peer.ts'
import { someFile, someProgramme } from '../testing/samples.ts'

const [poster, list] = [someFile('poster'), someFile('{"format":1,"recordings":[]}')]
const [newer, older] = [someFile('newer '.repeat(50_000)), someFile('older '.repeat(50_000))]
const SETS = poster.ref.bytes + list.ref.bytes

let peer: CmsPeer
let folder: string
let agent: Agent

beforeEach(async () => {
  peer = new CmsPeer()
  for (const { ref, content } of [poster, list, newer, older]) peer.files.set(ref.sha256, content)
  await peer.up()
  folder = await temporaryFolder()
})
afterEach(async () => {
  await agent.close()
  await peer.down()
})

async function start(budgetBytes: number | null = null): Promise<void> {
  agent = await agentFor(peer, folder, { content: { ...ANY_CONTENT, budgetBytes } })
  if ((await stateOf(agent)).pairing.state !== 'paired') await paired(agent, peer)
}
const publish = (revision: number, files: readonly FileRef[], of: readonly FileRef[] = [newer.ref, older.ref]) => {
  const programme = someProgramme(revision, files)
  const archive = { list: list.ref, files: [...of] }
  peer.publish({ ...programme, files: [...programme.files, list.ref], archive })
}
const archived = (...files: readonly { ref: FileRef }[]) => {
  const names = files.map(({ ref }) => ref.sha256)
  return until(agent, (state) => JSON.stringify(state.archived ?? []) === JSON.stringify(names))
}
const active = (revision: number) => until(agent, (state) => state.programme?.revision === revision)
const get = (sha256: string, range?: string) =>
  fetch(`${agent.url}/files/${sha256}`, range === undefined ? {} : { headers: { range } })
const stored = () => readdir(join(folder, 'files'))
const asked = (sha256: string) => peer.requests.filter((url) => url.includes(sha256)).length

describe('recordings on a display', () => {
  it('are kept beside the programme, and are there without the CMS and after a restart', async () => {
    await start()
    publish(1, [poster.ref])
    await archived(newer, older)
    await expect.poll(() => readdir(join(folder, 'state'))).toContain('programme.json')
    await peer.down()
    await agent.close()
    await start()
    await archived(newer, older)
    const part = await get(older.ref.sha256, 'bytes=6-10')
    expect([part.status, await part.text()]).toEqual([206, 'older'])
  })

  it('never keep a programme waiting: it is active before they have come', async () => {
    const slow = (url: string) => url.includes(newer.ref.sha256)
    peer.instead = (url) => slow(url)
    await start()
    publish(1, [poster.ref])
    await active(1)
    await expect.poll(() => asked(newer.ref.sha256)).toBeGreaterThan(0)
    publish(2, [])
    await active(2)
    peer.instead = null
    await archived(newer, older)
  })

  it('that are not what their names say are not kept', async () => {
    peer.files.set(newer.ref.sha256, Buffer.from(older.content))
    await start()
    publish(1, [poster.ref])
    await archived(older)
    expect(await stored()).not.toContain(newer.ref.sha256)
  })

  it('that rot are found out before they are given out', async () => {
    await start()
    publish(1, [poster.ref])
    await archived(newer, older)
    await agent.close()
    const rotten = Buffer.from(newer.content)
    rotten[1000] = 0
    await writeFile(join(folder, 'files', newer.ref.sha256), rotten)
    await start()
    await archived(newer, older)
    const whole = await get(newer.ref.sha256)
    expect(Buffer.from(await whole.arrayBuffer()).equals(newer.content)).toBe(true)
  })

  it('go when the archive names them no more', async () => {
    await start()
    publish(1, [poster.ref])
    await archived(newer, older)
    publish(2, [poster.ref], [older.ref])
    await archived(older)
    publish(3, [poster.ref], [older.ref])
    await active(3)
    await expect.poll(stored).not.toContain(newer.ref.sha256)
  })
})

describe('where there is not room for all', () => {
  it('the newer are kept, and the others come by way of the CMS with ranges, with this display’s own token', async () => {
    await start(SETS + newer.ref.bytes + 1000)
    publish(1, [poster.ref])
    await archived(newer)
    const part = await get(older.ref.sha256, 'bytes=6-10')
    expect([part.status, part.headers.get('content-range'), await part.text()]).toEqual([
      206,
      `bytes 6-10/${older.ref.bytes}`,
      'older',
    ])
    expect(await stored()).not.toContain(older.ref.sha256)
    await peer.down()
    expect((await get(older.ref.sha256)).status).toBe(502)
    expect((await get(newer.ref.sha256)).status).toBe(200)
  })

  it('nothing is asked of the CMS that the programme does not name', async () => {
    await start(SETS + newer.ref.bytes + 1000)
    publish(1, [poster.ref], [newer.ref])
    await archived(newer)
    expect((await get(older.ref.sha256)).status).toBe(404)
    expect(asked(older.ref.sha256)).toBe(0)
  })

  it('a newer one takes the place of an older, never of what the programme shows', async () => {
    await start(SETS + newer.ref.bytes + 1000)
    publish(1, [poster.ref], [older.ref])
    await archived(older)
    publish(2, [poster.ref])
    await archived(newer)
    expect((await stateOf(agent)).files).toContain(poster.ref.sha256)
  })

  it('the programme takes the room of recordings, no more than it needs and the older first', async () => {
    const film = someFile('film '.repeat(20_000))
    peer.files.set(film.ref.sha256, film.content)
    await start(SETS + newer.ref.bytes + older.ref.bytes + 1000)
    publish(1, [poster.ref])
    await archived(newer, older)
    publish(2, [poster.ref, film.ref])
    await active(2)
    await archived(newer)
    expect((await stat(join(folder, 'files', film.ref.sha256))).size).toBe(film.ref.bytes)
  })
})
