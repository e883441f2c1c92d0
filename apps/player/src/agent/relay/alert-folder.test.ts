import { execFile } from 'node:child_process'
import { mkdir, rename, rm, symlink, truncate, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { signAlertState } from '@akari/node-kit'
import { AlertState, type CarriedAlerts } from '@akari/protocol'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Agent } from '../agent.ts'
import { agentFor, paired, stateOf, temporaryFolder, until } from '../testing/agent-under-test.ts'
import { CmsPeer } from '../testing/cms-peer.ts'
import { someAlert } from '../testing/samples.ts'

let cms: CmsPeer
let agent: Agent
let media: string
let outside: string
let revision = 100

const run = promisify(execFile)
const carried = (parts: Omit<CarriedAlerts, 'akari'>) => JSON.stringify({ akari: 'alerts.1', ...parts })
const faultDetail = () => cms.healths.at(-1)?.faults.find(({ code }) => code === 'alert-file')?.detail ?? ''
/** What would be on the glass if the file were believed. */
const wouldBe = (id: string) => cms.sign('live', 999_999, [someAlert({ id })])

beforeAll(async () => {
  cms = new CmsPeer()
  await cms.up()
  media = await temporaryFolder()
  outside = await temporaryFolder()
  agent = await agentFor(cms, await temporaryFolder(), { relay: { lan: null, folder: media } })
  await paired(agent, cms)
  await until(agent, ({ alerts }) => alerts.live !== null)
})
afterAll(async () => {
  await agent.close()
  await cms.down()
})

/** A stick that is pulled in at once, as a mount is, and out again when all was looked at. */
async function stick(fill: (folder: string) => Promise<unknown>, check: () => Promise<void>): Promise<void> {
  const folder = await temporaryFolder()
  await fill(folder)
  await rename(folder, join(media, 'STICK'))
  await check()
  await rm(join(media, 'STICK'), { recursive: true })
}

/** Named so that whatever else is there comes before or after it, a true one gets through and nothing else did. */
async function trueOneFollows(): Promise<void> {
  revision += 1
  const held = (await stateOf(agent)).alerts.live?.state.revision
  expect(held).toBeLessThan(revision)
  const envelope = cms.sign('live', revision, [someAlert({ id: `true-${revision}` })])
  await writeFile(join(media, 'akari-live-after.part'), carried({ keys: cms.signedManifest, live: envelope }))
  await rename(join(media, 'akari-live-after.part'), join(media, 'akari-live-after.json'))
  const { alerts } = await until(agent, (state) => state.alerts.live?.state.revision === revision, 10_000)
  expect(alerts.live?.state.alerts.map(({ id }) => id)).toEqual([`true-${revision}`])
  expect(alerts.drill?.state.alerts).toEqual([])
  await rm(join(media, 'akari-live-after.json'))
}

const drillSigned = () => signAlertState(AlertState.parse(JSON.parse(wouldBe('x').payload)), cms.drill.privateKey)
const REPORTED: [what: string, fill: (folder: string) => Promise<unknown>, says: RegExp][] = [
  [
    'a file of 4 GB that is not there on the disk',
    async (folder) => {
      await writeFile(join(folder, 'huge.json'), '')
      await truncate(join(folder, 'huge.json'), 4 * 1024 ** 3)
    },
    /too large/,
  ],
  [
    'a torn file',
    (folder) => writeFile(join(folder, 'torn.json'), carried({ live: wouldBe('x') }).slice(0, 300)),
    /JSON/,
  ],
  [
    'one that another city’s CMS signed',
    (folder) => writeFile(join(folder, 'other.json'), carried({ live: new CmsPeer().sign('live', 999_999, []) })),
    /other\.json.*not of this city/,
  ],
  [
    'another city’s, with the keys to believe it',
    async (folder) => {
      const other = new CmsPeer()
      await writeFile(
        join(folder, 'other-keys.json'),
        carried({ keys: other.signedManifest, live: other.sign('live', 999_999, [someAlert()]) }),
      )
    },
    /other-keys\.json.*not of this city/,
  ],
  [
    'a live state that the drill key signed',
    (folder) => writeFile(join(folder, 'drill-key.json'), carried({ live: drillSigned() })),
    /drill-key\.json.*not of this city/,
  ],
  [
    'a name with line breaks and control characters',
    (folder) => writeFile(join(folder, 'a\n{"level":60}\u001b[2J.json'), 'nothing'),
    /a\\n\{\\"level\\":60\}\\u001b\[2J\.json/,
  ],
  [
    'JSON nested a hundred thousand deep',
    (folder) => writeFile(join(folder, 'deep.json'), '['.repeat(100_000)),
    /deep/,
  ],
  [
    'what is no alert at all',
    (folder) => writeFile(join(folder, 'photos.json'), '{"photos":[]}'),
    /photos\.json.*not of this city/,
  ],
]
it.each(REPORTED)('shows nothing of and reports %s', async (_what, fill, says) => {
  await stick(fill, async () => {
    await expect.poll(faultDetail, { timeout: 5_000 }).toMatch(says)
    await trueOneFollows()
  })
})

const PASSED_OVER: [what: string, fill: (folder: string) => Promise<unknown>][] = [
  [
    'links to a file and to a folder elsewhere on the disk',
    async (folder) => {
      await mkdir(join(outside, 'inside'))
      await writeFile(join(outside, 'inside', 'true.json'), carried({ live: wouldBe('linked') }))
      await symlink(join(outside, 'inside', 'true.json'), join(folder, 'link.json'))
      await symlink(join(outside, 'inside'), join(media, 'folder-link'))
    },
  ],
  ['a pipe that never answers', (folder) => run('mkfifo', [join(folder, 'pipe.json')])],
  ['a folder with the name of a file', (folder) => mkdir(join(folder, 'folder.json'))],
  ['an older state', (folder) => writeFile(join(folder, 'old.json'), carried({ live: cms.sign('live', 1, []) }))],
  [
    'three thousand files',
    async (folder) => {
      for (let i = 0; i < 3_000; i += 500)
        await Promise.all(Array.from({ length: 500 }, (_one, j) => writeFile(join(folder, `${i + j}.json`), '{}')))
    },
  ],
  ['files that begin with a dot', (folder) => writeFile(join(folder, '.hidden.json'), carried({ live: wouldBe('x') }))],
]
it.each(PASSED_OVER)('passes over %s', async (_what, fill) => {
  await stick(fill, trueOneFollows)
})

it('does not open a device', async ({ skip }) => {
  const node = join(media, 'zero.json')
  const made = await run('mknod', [node, 'c', '1', '5']).then(
    () => true,
    () => false,
  )
  skip(!made, 'only root can make a device node')
  await trueOneFollows()
  await rm(node)
  expect(faultDetail()).not.toContain('zero.json')
})

it('takes the file of the CMS first, however many others lie around it', async () => {
  await stick(
    async (folder) => {
      for (let i = 0; i < 40; i += 1) await writeFile(join(folder, `${i}.json`), '{}')
      revision += 1
      const live = cms.sign('live', revision, [someAlert({ id: 'among-many' })])
      await writeFile(join(folder, 'akari-live-20261128-1705.json'), carried({ live }))
    },
    async () => {
      const { alerts } = await until(agent, (state) => state.alerts.live?.state.revision === revision)
      expect(alerts.live?.state.alerts.map(({ id }) => id)).toEqual(['among-many'])
    },
  )
})
