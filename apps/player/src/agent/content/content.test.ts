import { readdir, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { Agent } from '../agent.ts'
import {
  agentFor,
  ANY_CONTENT,
  paired,
  screenOf,
  stateOf,
  temporaryFolder,
  until,
} from '../testing/agent-under-test.ts'
import { CmsPeer } from '../testing/cms-peer.ts'
import { someFile, someProgramme } from '../testing/samples.ts'

const [poster, notice, film] = [someFile('poster'), someFile('notice'), someFile('film '.repeat(50_000))]

let peer: CmsPeer
let folder: string
let agent: Agent

beforeEach(async () => {
  peer = new CmsPeer()
  for (const { ref, content } of [poster, notice, film]) peer.files.set(ref.sha256, content)
  await peer.up()
  folder = await temporaryFolder()
  agent = await agentFor(peer, folder)
  await paired(agent, peer)
})
afterEach(async () => {
  await agent.close()
  await peer.down()
})

const content = () => peer.healths.at(-1)?.content
const faults = () => peer.healths.at(-1)?.faults.map(({ code }) => code)
const active = (revision: number) => until(agent, (state) => state.programme?.revision === revision)
const stored = async () => (await readdir(join(folder, 'files'))).sort()
const restart = async () => {
  await agent.close()
  agent = await agentFor(peer, folder)
}

describe('a published programme', () => {
  it('becomes active with all its files, in one step', async () => {
    const screen = await screenOf(agent)
    peer.publish(someProgramme(1, [poster.ref, film.ref]))
    await active(1)
    const incomplete = screen.states.filter((state) => state.programme !== null && state.files.length !== 2)
    expect(incomplete).toEqual([])
    const served = await fetch(`${agent.url}/files/${film.ref.sha256}`)
    expect(Buffer.from(await served.arrayBuffer()).equals(film.content)).toBe(true)
    screen.close()
  })

  it('gives the display its name', async () => {
    peer.publish(someProgramme(1, []))
    const named = await until(agent, ({ pairing }) => pairing.state === 'paired' && pairing.name !== null)
    expect(named.pairing).toEqual({ state: 'paired', displayId: 'lobby-1f', name: '1階ロビー' })
  })

  it('waits while one of its files cannot be had, and the old one stays', async () => {
    peer.publish(someProgramme(1, [poster.ref]))
    await active(1)
    peer.files.delete(film.ref.sha256)
    peer.publish(someProgramme(2, [film.ref, notice.ref]))
    await expect
      .poll(content)
      .toMatchObject({ state: 'failing', filesMissing: 1, bytesMissing: film.ref.bytes, wanted: 2, held: 1 })
    expect(faults()).toContain('download-failing')
    expect((await stateOf(agent)).programme?.revision).toBe(1)
    peer.files.set(film.ref.sha256, film.content)
    await active(2)
    await expect
      .poll(content)
      .toMatchObject({ state: 'complete', filesMissing: 0, bytesMissing: 0, wanted: 2, held: 2 })
  })

  it('never shows a file whose bytes are not what its name says', async () => {
    peer.publish(someProgramme(1, [poster.ref]))
    await active(1)
    peer.files.set(notice.ref.sha256, Buffer.from('noticE'))
    peer.publish(someProgramme(2, [notice.ref]))
    await expect.poll(content).toMatchObject({ state: 'failing' })
    expect((await stateOf(agent)).programme?.revision).toBe(1)
    expect(await stored()).not.toContain(notice.ref.sha256)
    peer.files.set(notice.ref.sha256, notice.content)
    await active(2)
  })

  it('is not taken when it is for another display or of an unknown shape', async () => {
    peer.publish(someProgramme(1, [], { displayId: 'somebody-else' }))
    await expect.poll(faults).toContain('programme-rejected')
    expect((await stateOf(agent)).programme).toBe(null)
  })

  it('of a CMS that was put back to an earlier day is obeyed', async () => {
    peer.publish(someProgramme(9, [poster.ref]))
    await active(9)
    peer.issue('live', peer.sign('live', 2, [], { epoch: 2 }))
    peer.publish(someProgramme(3, [notice.ref]))
    expect((await active(3)).files).toEqual([notice.ref.sha256])
  })

  it('replaces one whose download is under way', async () => {
    peer.files.delete(film.ref.sha256)
    peer.publish(someProgramme(1, [film.ref]))
    await expect.poll(content).toMatchObject({ state: 'failing' })
    peer.publish(someProgramme(2, [poster.ref]))
    await active(2)
  })
})

describe('the files on the disk', () => {
  it('of the active set and the one before stay, others go', async () => {
    for (const [revision, file] of [poster, notice, film].entries()) {
      peer.publish(someProgramme(revision + 1, [file.ref]))
      await active(revision + 1)
    }
    await expect.poll(stored).toEqual([notice.ref.sha256, film.ref.sha256].sort())
  })

  it('are shown again after a restart with the CMS down', async () => {
    peer.publish(someProgramme(1, [poster.ref]))
    await active(1)
    await expect.poll(() => readdir(join(folder, 'state'))).toContain('programme.json')
    await peer.down()
    await restart()
    const state = await stateOf(agent)
    expect(state.programme?.revision).toBe(1)
    expect(state.files).toEqual([poster.ref.sha256])
  })

  it('that went missing bring the set before back, and are fetched again', async () => {
    peer.publish(someProgramme(1, [poster.ref]))
    await active(1)
    peer.publish(someProgramme(2, [notice.ref]))
    await active(2)
    await expect.poll(() => readdir(join(folder, 'state'))).toContain('programme-previous.json')
    await peer.down()
    await rm(join(folder, 'files', notice.ref.sha256))
    await restart()
    expect((await stateOf(agent)).programme?.revision).toBe(1)
    await peer.up()
    await active(2)
  })

  it('that rotted without changing their size are found, deleted and fetched again', async () => {
    peer.publish(someProgramme(1, [film.ref]))
    await active(1)
    await expect.poll(() => readdir(join(folder, 'state'))).toContain('programme.json')
    await agent.close()
    const rotten = Buffer.from(film.content)
    rotten[1000] = 0
    await writeFile(join(folder, 'files', film.ref.sha256), rotten)
    agent = await agentFor(peer, folder)
    await expect.poll(faults).toContain('file-damaged')
    await until(agent, (state) => state.files.includes(film.ref.sha256))
    const served = await fetch(`${agent.url}/files/${film.ref.sha256}`)
    expect(Buffer.from(await served.arrayBuffer()).equals(film.content)).toBe(true)
  })

  it('survive a torn programme file: it is set aside and the set before is shown', async () => {
    peer.publish(someProgramme(1, [poster.ref]))
    await active(1)
    peer.publish(someProgramme(2, [notice.ref]))
    await active(2)
    await expect.poll(() => readdir(join(folder, 'state'))).toContain('programme-previous.json')
    await peer.down()
    await agent.close()
    await writeFile(join(folder, 'state', 'programme.json'), '{"programme":{"format":1,"disp')
    agent = await agentFor(peer, folder)
    expect((await stateOf(agent)).programme?.revision).toBe(1)
    expect(await readdir(join(folder, 'state'))).toContain('programme.json.corrupt')
  })
})

describe('the disk budget', () => {
  it('is kept by giving up the set before the active one, and never the active one', async () => {
    await agent.close()
    const budgetBytes = film.content.length + poster.content.length + notice.content.length + 10
    agent = await agentFor(peer, folder, { content: { ...ANY_CONTENT, budgetBytes } })
    const big = someFile('other '.repeat(41_000))
    peer.files.set(big.ref.sha256, big.content)
    peer.publish(someProgramme(1, [film.ref]))
    await active(1)
    peer.publish(someProgramme(2, [poster.ref]))
    await active(2)
    expect(await stored()).toContain(film.ref.sha256)
    await expect.poll(async () => (await readdir(join(folder, 'state'))).includes('programme-previous.json')).toBe(true)
    peer.publish(someProgramme(3, [big.ref]))
    await active(3)
    expect(await stored()).not.toContain(film.ref.sha256)
    peer.publish(someProgramme(4, [film.ref]))
    await expect.poll(faults).toContain('content-too-large')
    await expect.poll(content).toMatchObject({ state: 'failing', wanted: 4, held: 3 })
    expect((await stateOf(agent)).files).toEqual([big.ref.sha256])
    expect(await stored()).toContain(big.ref.sha256)
  })

  it('and a slow line are told apart from failing: a capped download goes on, at its rate', async () => {
    await agent.close()
    agent = await agentFor(peer, folder, { content: { ...ANY_CONTENT, bytesPerSecond: 300_000 } })
    const began = performance.now()
    peer.publish(someProgramme(1, [film.ref]))
    await active(1)
    // 250 kB at 300 kB/s, less the tenth of a second that may go out at once.
    expect(performance.now() - began).toBeGreaterThan(600)
    expect(faults()).not.toContain('download-failing')
  })
})

describe('a file that cannot be shown', () => {
  const undecodable = async () => {
    const screen = await screenOf(agent)
    screen.say({ type: 'screen.fault', code: 'image-undecodable', detail: `files/${notice.ref.sha256}: EncodingError` })
    screen.close()
    await new Promise((resolve) => setTimeout(resolve, 1_050))
  }

  it('is passed over after three times, also after a restart, and counted in the report', async () => {
    peer.publish(someProgramme(1, [poster.ref, notice.ref]))
    await active(1)
    await undecodable()
    await undecodable()
    expect((await stateOf(agent)).files).toContain(notice.ref.sha256)
    await undecodable()
    await until(agent, (state) => !state.files.includes(notice.ref.sha256))
    await expect.poll(content).toMatchObject({ state: 'complete', skipped: 1 })
    expect(faults()).toContain('file-undecodable')
    await restart()
    expect((await stateOf(agent)).files).toEqual([poster.ref.sha256])
    peer.publish(someProgramme(2, [poster.ref, film.ref]))
    expect((await active(2)).files).toContain(film.ref.sha256)
    await expect.poll(content).toMatchObject({ skipped: 0 })
  })
})

describe('a flipped byte', () => {
  it('is never given to the glass, wherever in the file it is and whenever it flipped', async () => {
    peer.publish(someProgramme(1, [film.ref]))
    await active(1)
    const url = `${agent.url}/files/${film.ref.sha256}`
    const path = join(folder, 'files', film.ref.sha256)
    for (const at of [0, 100_000, film.content.length - 1]) {
      const rotten = Buffer.from(film.content)
      rotten[at] = (rotten[at] ?? 0) ^ 1
      await writeFile(path, rotten)
      const body = await fetch(url)
        .then(
          (response) => (response.ok ? response.arrayBuffer() : null),
          () => null,
        )
        .catch(() => null)
      expect(body).toBe(null)
      await expect.poll(faults).toContain('file-damaged')
      await vi.waitFor(async () =>
        expect(Buffer.from(await (await fetch(url)).arrayBuffer()).equals(film.content)).toBe(true),
      )
    }
  })
})
