import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { someProgramme } from '@akari/player/agent/testing/samples'
import type { FileRef, Programme } from '@akari/protocol'
import { expect, test } from '@playwright/test'
import { type AgentAtPeer, agentAtPeer } from '../support/agent-at-peer.ts'

const MEDIA = join(import.meta.dirname, '../../content-samples/media')
const PATIENCE = { timeout: 60_000 }

let agent: AgentAtPeer

test.beforeAll(async () => {
  agent = await agentAtPeer('broken-media')
})
test.afterAll(() => agent.close())

/** Bytes that are what they are said to be, whatever they are. */
function published(content: Buffer, mediaType: string): FileRef {
  const sha256 = createHash('sha256').update(content).digest('hex')
  agent.peer.files.set(sha256, content)
  return { sha256, bytes: content.length, mediaType }
}
const sample = (name: string) => readFile(join(MEDIA, name))
const picture = async (name: string) => published(await sample(name), 'image/webp')
const film = async () => published(await sample('kingfisher.mp4'), 'video/mp4')
/** Begins as a picture does, and holds none. */
const brokenPicture = async () =>
  published(
    Buffer.concat([(await sample('tax.landscape.ja.webp')).subarray(0, 16), Buffer.alloc(20_000)]),
    'image/webp',
  )
/** Ends soon after it began. */
const brokenFilm = async () => {
  const whole = await sample('kingfisher.mp4')
  return published(whole.subarray(0, Math.floor(whole.length / 50)), 'video/mp4')
}

/** One picture that is whole, and a picture and a film beside it, a second each. */
function programme(revision: number, files: readonly [FileRef, FileRef, FileRef]): Programme {
  const made = someProgramme(revision, files)
  const [whole, still, moving] = files
  const item = (id: string, file: FileRef) => ({
    id,
    seconds: 1,
    validFrom: null,
    validUntil: null,
    scene: {
      ...(file === moving ? { kind: 'video' as const, poster: null } : { kind: 'image' as const }),
      title: { ja: id },
      variants: [{ language: null, file, width: 1920, height: 1080 }],
    },
  })
  const items = [item('whole', whole), item('picture', still), item('film', moving)]
  return { ...made, playlists: [{ id: 'main', name: '案内', items }] }
}

test('a film and a picture that cannot be decoded are passed over after three times, reported, and shown once they change', async ({
  page,
}) => {
  test.setTimeout(120_000)
  const whole = await picture('sakura.landscape.ja.webp')
  const broken = [whole, await brokenPicture(), await brokenFilm()] as const
  const onGlass = page.locator(`img.ak-image-picture[src$="${whole.sha256}"]`).first()
  agent.peer.publish(programme(1, broken))
  await page.goto(agent.url)
  await expect(onGlass).toBeVisible(PATIENCE)
  // A page tries one that failed again after a minute, a new page at once.
  await expect
    .poll(
      async () => {
        await page.reload()
        await expect(onGlass).toBeVisible(PATIENCE)
        return (await agent.state()).files
      },
      { ...PATIENCE, intervals: [2_000] },
    )
    .toEqual([whole.sha256])
  await expect.poll(() => agent.peer.healths.at(-1)?.content, PATIENCE).toMatchObject({ state: 'complete', skipped: 2 })
  const fault = () => agent.peer.healths.at(-1)?.faults.find(({ code }) => code === 'file-undecodable')?.detail
  for (const { sha256 } of broken.slice(1)) expect(fault()).toContain(sha256.slice(0, 12))
  await expect(onGlass).toBeVisible(PATIENCE)

  const mended = [whole, await picture('tax.landscape.ja.webp'), await film()] as const
  agent.peer.publish(programme(2, mended))
  await expect(page.locator(`img.ak-image-picture[src$="${mended[1].sha256}"]`).first()).toBeVisible(PATIENCE)
  await expect(page.locator(`video[src$="${mended[2].sha256}"]`).first()).toBeVisible(PATIENCE)
  await expect.poll(() => agent.peer.healths.at(-1)?.content, PATIENCE).toMatchObject({ state: 'complete', skipped: 0 })
})
