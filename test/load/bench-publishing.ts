import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { monitorEventLoopDelay } from 'node:perf_hooks'
import { openDatabases } from '../../apps/cms/src/db/database.ts'
import { COMPILER_ENTRY, startCompiler } from '../../apps/cms/src/features/programme/compiler.ts'
import type { Draft, TargetDisplay } from '../../apps/cms/src/features/programme/content.ts'
import { programmeService } from '../../apps/cms/src/features/programme/programme.service.ts'
import { programmeStore } from '../../apps/cms/src/features/programme/programme.store.ts'
import { publicationStore } from '../../apps/cms/src/features/programme/publications.store.ts'
import { round } from './figures.ts'

const ACTOR = { kind: 'local', ip: '127.0.0.1' } as const

/**
 * What publishing takes from the press to the commit, on a database of its own: everything for the first time, after one
 * playlist changed, and with nothing changed; how late the server's own thread was, and how many displays were told.
 */
export async function publishingFigures(displays: readonly TargetDisplay[], draft: Draft, place: Place) {
  const dataDir = await mkdtemp(join(tmpdir(), 'akari-bench-'))
  const databases = await openDatabases({ dataDir, databaseUrl: null })
  const compiler = startCompiler({ entry: COMPILER_ENTRY, idleMs: 60_000 })
  let [now, announced, content] = [Date.parse('2026-11-02T00:00:00Z'), 0, draft]
  const programmes = programmeService({
    store: programmeStore(databases.main),
    publications: publicationStore(databases.main),
    compiler,
    place,
    displays: () => Promise.resolve(displays),
    content: () => Promise.resolve(content),
    prepareRenditions: () => Promise.resolve(),
    refuseAlone: () => Promise.resolve(),
    approvers: () => Promise.resolve(null),
    onPublished: () => {
      announced += 1
    },
    now: () => new Date(now),
    audit: () => Promise.resolve(),
    announce: () => undefined,
  })
  const measured = async () => {
    now += 60_000
    announced = 0
    const delay = monitorEventLoopDelay({ resolution: 5 })
    delay.enable()
    const started = performance.now()
    await programmes.publish(ACTOR)
    const ms = performance.now() - started
    delay.disable()
    return { ms: round(ms), loopLateMs: round(delay.max / 1e6), announced }
  }
  try {
    const first = await measured()
    const [changed, ...others] = draft.playlists
    if (changed === undefined) throw new Error('there is nothing to change')
    content = { ...draft, playlists: [{ ...changed, name: `${changed.name} 改` }, ...others] }
    const everywhere = await measured()
    const reviewStarted = performance.now()
    content = draft
    const { groups } = await programmes.review(ACTOR)
    const reviewMs = round(performance.now() - reviewStarted)
    content = { ...draft, playlists: [{ ...changed, name: `${changed.name} 改` }, ...others] }
    return { first, everywhere, unchanged: await measured(), review: { ms: reviewMs, groups: groups.length } }
  } finally {
    await compiler.close()
    await databases.close()
    await rm(dataDir, { recursive: true, force: true })
  }
}

type Place = { city: { ja: string }; timeZone: string }
