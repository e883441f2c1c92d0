/** `npm run bench:programme`: one JSON line; see docs/figures.md. */
import { createHash } from 'node:crypto'
import { once } from 'node:events'
import { loadavg } from 'node:os'
import { Worker } from 'node:worker_threads'
import { direct, type DirectState, unroll } from '@akari/programme'
import type { DraftItem, PlaylistItem } from '@akari/protocol'
import { z } from 'zod'
import { compile } from '../../apps/cms/src/features/programme/compile.ts'
import { type Draft, indexDraft, type TargetDisplay } from '../../apps/cms/src/features/programme/content.ts'
import { publishingFigures } from './bench-publishing.ts'
import { figures, round } from './figures.ts'
import { largeProgramme } from './large-programme.ts'

const FROM = '2026-11-02T00:00:00+09:00'
const TO = '2026-12-17T00:00:00+09:00'
const DECISIONS = 20_000
const COLD_HOURS = 200
const UNROLLINGS = 10
const DISPLAYS = 500
const HOUR_MS = 3_600_000

const before = loadavg().map((value) => round(value))
const programme = largeProgramme()
const state: DirectState = {
  programme,
  windows: unroll(programme, FROM, TO),
  alerts: { live: null, drill: null },
  displayId: 'display',
  visitor: { language: 'ja', touchedAtMs: null },
  link: { state: 'online', since: FROM },
  power: 'mains',
  values: { temperature: { value: 33, at: FROM, validForMs: 24 * HOUR_MS } },
}
const GROUPS = Array.from({ length: 10 }, (_, n) => `群 ${n}`)
const PLACE = { city: programme.city, timeZone: programme.timeZone }

const { draft, displays } = office()
const result = {
  bench: 'programme',
  loadAverage: before,
  entries: programme.entries.length,
  playlists: programme.playlists.length,
  directMs: decisions(),
  unroll: await unrolling(),
  compile: compiling(),
  publish: await publishingFigures(displays, draft, PLACE),
}
process.stdout.write(`${JSON.stringify(result)}\n`)

/** As a player decides: from one validUntil to the next; and the first decision of an hour, which shares the hour out. */
function decisions() {
  const took: number[] = []
  let ms = Date.parse(FROM)
  for (let n = 0; n < DECISIONS && ms < Date.parse(TO); n++) {
    const started = performance.now()
    const { validUntil } = decide(ms)
    took.push(performance.now() - started)
    ms = Date.parse(validUntil)
  }
  const hour: number[] = []
  for (let n = 0; n < COLD_HOURS; n++) {
    const at = Date.parse(TO) - (n + 1) * 3 * HOUR_MS
    const started = performance.now()
    decide(at)
    hour.push(performance.now() - started)
  }
  // The same question without an index: every window is looked at.
  const naive: number[] = []
  for (let n = 0; n < 2_000; n++) {
    const at = Date.parse(FROM) + n * 1_000_003
    const started = performance.now()
    const due = state.windows.list.filter((window) => window.startsAtMs <= at && at < window.endsAtMs)
    naive.push(performance.now() - started)
    if (due.length > programme.entries.length * 10) throw new Error('more is due than there is')
  }
  const [walked, scan] = [figures(took, 3), figures(naive, 3)]
  return {
    decisions: took.length,
    ...walked,
    firstOfAnHour: figures(hour, 2),
    scan,
    p50ToScan: round(walked.p50 / scan.p50, 2),
  }
}

function decide(ms: number) {
  return direct(state, { instant: new Date(ms).toISOString(), trust: 'synced', monotonicMs: 0, bootId: 'bench' })
}

async function unrolling() {
  const worker = new Worker(new URL('./unroll.worker.ts', import.meta.url))
  const Answer = z.object({ ms: z.number(), windows: z.number() })
  const took: number[] = []
  let windows = 0
  for (let n = 0; n < UNROLLINGS; n++) {
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread has no origin
    worker.postMessage({ from: FROM, to: TO })
    const answer = Answer.parse((await once(worker, 'message'))[0])
    took.push(answer.ms)
    windows = answer.windows
  }
  await worker.terminate()
  const copies: number[] = []
  for (let n = 0; n < UNROLLINGS; n++) {
    const started = performance.now()
    structuredClone(state.windows.list)
    copies.push(performance.now() - started)
  }
  const [inWorker, copied] = [figures(took), figures(copies)]
  return { days: 45, windows, inWorkerMs: inWorker, copyMs: copied, p50ToCopy: round(inWorker.p50 / copied.p50, 2) }
}

function asDraft({ id, seconds, scene, validFrom, validUntil }: PlaylistItem): DraftItem {
  if (scene.kind !== 'notice') throw new Error('the large programme is made of notices')
  return { id, seconds, scene, validFrom, validUntil }
}

/** What staff of a city hall with 500 displays have composed, and those displays. */
function office(): { draft: Draft; displays: TargetDisplay[] } {
  const composed = {
    playlists: programme.playlists.map(({ id, name, items }) => ({ id, name, items: items.map(asDraft) })),
    entries: programme.entries.map((entry, n) => ({
      ...entry,
      targets: { displayIds: [], groups: [GROUPS[n % GROUPS.length] ?? ''] },
    })),
    streams: [],
    assets: [],
  }
  const fleet = Array.from({ length: DISPLAYS }, (_, n) => ({
    id: `d${n}`,
    profile: { ...programme.display, name: `端末 ${n}` },
    groups: [GROUPS[n % GROUPS.length] ?? '', GROUPS[(n + 3) % GROUPS.length] ?? ''],
    tags: [],
    defaultPlaylistId: 'p0',
  }))
  return { draft: composed, displays: fleet }
}

/** What publishing does for 500 displays, without its database: compile, write down, hash; and the bare writing down. */
function compiling() {
  const index = indexDraft(draft)
  const run = () => displays.map((display) => JSON.stringify(compile(display, index, PLACE)))
  const hashes = (bodies: readonly string[]) => bodies.map((body) => createHash('sha256').update(body).digest('hex'))
  const started = performance.now()
  const [first, compiledMs] = [hashes(run()), performance.now() - started]
  const again = hashes(run())
  const contents = displays.map((display) => compile(display, index, PLACE))
  const writingStarted = performance.now()
  hashes(contents.map((content) => JSON.stringify(content)))
  const writingMs = performance.now() - writingStarted
  return {
    displays: DISPLAYS,
    ms: round(compiledMs),
    changedWhenDoneAgain: again.filter((hash, n) => hash !== first[n]).length,
    bareWritingMs: round(writingMs),
    toBareWriting: round(compiledMs / writingMs, 2),
  }
}
