import type { PlaylistItem, PlayReport, SceneContent } from '@akari/protocol'
import type { Direction, Reason } from '@akari/programme'
import { type Showing, showingOf } from '@akari/scenes'
import { expect, test } from 'vitest'
import type { View } from '../glass/view.ts'
import { type OnNow, onNow } from './on-now.ts'
import { failure, type OpenPlay, playsAfter } from './play-watch.ts'

const NINE = Date.parse('2026-11-02T00:00:00Z')
const at = (seconds: number) => new Date(NINE + seconds * 1000).toISOString()

function someItem(id: string, seconds = 10): PlaylistItem {
  const scene: SceneContent = { kind: 'notice', title: { ja: `題 ${id}` }, body: { ja: '本文' } }
  return { id, seconds, scene, validFrom: null, validUntil: null }
}
const [A, B] = [someItem('a'), someItem('b')]
const onStage = (item: PlaylistItem): Showing<SceneContent> => showingOf(item, 'ja')

function directed(item: PlaylistItem, startedAt: string, loop: PlaylistItem[] = [A, B]): Direction {
  return {
    scene: item.scene,
    layer: 'scheduled',
    item: {
      key: `base/0/${item.id}/${startedAt}`,
      playlistId: 'base',
      playlistName: '基本',
      entryId: 'office',
      itemId: item.id,
      startedAt,
      endsAt: startedAt,
    },
    upNext: null,
    loop,
    overlays: [],
    panel: 'on',
    reasons: [],
    validUntil: startedAt,
  }
}
const programme = (item: PlaylistItem): View => ({
  kind: 'programme',
  itemId: item.id,
  scene: item.scene,
  loop: [A, B],
  upNext: null,
  zones: null,
  upNextZones: null,
})
const CLOSED: View = { kind: 'closed' }

/** Plays what is told at each second: what the stage shows, and what is directed. */
function watch(
  steps: { second: number; view: View; stage: Showing<SceneContent> | null; direction: Direction | null }[],
) {
  let open: OpenPlay | null = null
  let ids = 0
  const told: PlayReport[] = []
  for (const { second, view, stage, direction } of steps) {
    const now: OnNow = onNow(view, stage, direction, NINE + second * 1000, open?.on ?? null)
    const after = playsAfter(open, now, at(second), () => `play-${++ids}`)
    open = after.open
    told.push(...after.reports)
  }
  return told
}
const ends = (told: readonly PlayReport[]) =>
  told.flatMap((report) =>
    report.endedAt === null
      ? []
      : [[report.shown.kind === 'item' ? report.shown.itemId : report.shown.kind, report.ending, report.endedAt]],
  )

test('a turn from its beginning to its end is whole, one that something higher ends is cut', () => {
  const told = watch([
    { second: 0, view: programme(A), stage: onStage(A), direction: directed(A, at(0)) },
    { second: 10, view: programme(B), stage: onStage(B), direction: directed(B, at(10)) },
    { second: 14, view: CLOSED, stage: onStage(B), direction: null },
  ])
  expect(ends(told)).toEqual([
    ['a', 'whole', at(10)],
    ['b', 'cut', at(14)],
  ])
  expect(told[0]).toEqual({
    id: 'play-1',
    startedAt: at(0),
    endedAt: null,
    shown: {
      kind: 'item',
      scene: 'notice',
      layer: 'scheduled',
      entryId: 'office',
      playlistId: 'base',
      itemId: 'a',
      title: '題 a',
      asset: null,
      dueAt: at(0),
    },
  })
})

test('what counts is the stage: the item before stays until the next one is ready', () => {
  const told = watch([
    { second: 0, view: programme(A), stage: onStage(A), direction: directed(A, at(0)) },
    { second: 10, view: programme(B), stage: onStage(A), direction: directed(B, at(10)) },
    { second: 12, view: programme(B), stage: onStage(B), direction: directed(B, at(10)) },
  ])
  expect(ends(told)).toEqual([['a', 'whole', at(12)]])
  expect(told.at(-1)).toMatchObject({ startedAt: at(12), shown: { itemId: 'b', dueAt: at(10) } })
})

test('an item that follows itself is one play, cut at the full hour so that it is told', () => {
  const turn = (second: number) => ({
    second,
    view: programme(A),
    stage: onStage(A),
    direction: directed(A, at(second), [A]),
  })
  expect(ends(watch([turn(0), turn(10), turn(3590), turn(3600)]))).toEqual([['a', 'whole', at(3600)]])
})

test('each turn of an interrupt counts, also when it follows itself', () => {
  const turn = (second: number) => {
    const direction = directed(A, at(second), [A])
    const plays: Reason = { code: 'interrupt-plays', entryId: 'office', playlistId: 'base', share: 1, over: [] }
    return { second, view: programme(A), stage: onStage(A), direction: { ...direction, reasons: [plays] } }
  }
  expect(ends(watch([turn(0), turn(10), turn(20)]))).toHaveLength(2)
})

test('a clock that is put back ends nothing before it began', () => {
  const open: OpenPlay = { id: 'p', startedAt: at(100), on: onNow(CLOSED, null, null, NINE, null) }
  expect(playsAfter(open, null, at(0), () => 'q').reports).toMatchObject([{ startedAt: at(100), endedAt: at(100) }])
})

test('a failure fits into its record, however much the browser has to say', () => {
  const { shown } = onNow(programme(A), onStage(A), directed(A, at(0)), NINE, null)
  const error = { code: 'c'.repeat(100), detail: 'd'.repeat(1000) }
  const told = failure('f', at(3), shown, error)
  expect(told).toMatchObject({ startedAt: at(3), endedAt: at(3), ending: 'failed' })
  expect([told.error?.code.length, told.error?.detail.length]).toEqual([60, 300])
})
