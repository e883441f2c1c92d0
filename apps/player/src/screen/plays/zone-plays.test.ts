import type { PlaylistItem, SceneContent, SingleScene } from '@akari/protocol'
import type { Direction, ZoneOnGlass } from '@akari/programme'
import { showingOf } from '@akari/scenes'
import { expect, test } from 'vitest'
import { withZone, type ZoneStages } from './use-zone-stages.ts'
import { unshown } from './on-now.ts'
import { type LayoutOnNow, NO_ZONES, type ZonePlays, zonePlaysAfter } from './zone-plays.ts'

const NINE = Date.parse('2026-11-02T00:00:00Z')
const at = (seconds: number) => new Date(NINE + seconds * 1000).toISOString()

type ZoneItem = PlaylistItem & { scene: SingleScene }
function someItem(id: string): ZoneItem {
  const scene: SingleScene = { kind: 'notice', title: { ja: `題 ${id}` }, body: { ja: '本文' } }
  return { id, seconds: 10, scene, validFrom: null, validUntil: null }
}
const [A, B, C] = [someItem('a'), someItem('b'), someItem('c')]
const onItsStage = (item: ZoneItem): string => showingOf<SceneContent>(item, 'ja').key

function zone(id: string, item: ZoneItem, startedAt: string, loop: ZoneItem[]): ZoneOnGlass {
  return {
    id,
    area: { x: 0, y: 0, w: 6, h: 12 },
    scene: item.scene,
    item: {
      key: `${id}/list/0/${item.id}/${startedAt}`,
      playlistId: `list-${id}`,
      playlistName: id,
      entryId: 'office',
      itemId: item.id,
      startedAt,
      endsAt: startedAt,
    },
    upNext: null,
    loop,
  }
}
const DIRECTION: Direction = {
  scene: { kind: 'layout', title: { ja: '受付' }, landscape: [] },
  layer: 'scheduled',
  item: null,
  upNext: null,
  loop: [],
  overlays: [],
  panel: 'on',
  reasons: [],
  validUntil: at(60),
}
function layout(zones: ZoneOnGlass[], standing: Record<string, ZoneItem>, glassPlayId = 'glass'): LayoutOnNow {
  const stageKeys = new Map(Object.entries(standing).map(([id, item]) => [id, onItsStage(item)]))
  return { glassPlayId, direction: DIRECTION, zones, stageKeys }
}

/** Plays what is told at each second, and gives what was over and what is still on. */
function watch(steps: { second: number; layout: LayoutOnNow | null }[]) {
  let open: ZonePlays = NO_ZONES
  let ids = 0
  const over: unknown[] = []
  for (const { second, layout: now } of steps) {
    const after = zonePlaysAfter(open, now, at(second), () => `play-${++ids}`)
    open = after.open
    for (const { shown, ...report } of after.reports) {
      if (report.endedAt === null || shown.kind !== 'item') continue
      over.push([shown.zoneId, shown.itemId, report.ending, report.startedAt, report.endedAt])
    }
  }
  return { over, on: [...open.values()].map(({ on }) => on.shown) }
}

test('each zone has plays of its own, which end with their layout', () => {
  const left = (item: ZoneItem, second: number) => zone('left', item, at(second), [A, B])
  const right = zone('right', C, at(0), [C, A])
  const { over, on } = watch([
    { second: 0, layout: layout([left(A, 0), right], { left: A, right: C }) },
    { second: 10, layout: layout([left(B, 10), right], { left: B, right: C }) },
    { second: 14, layout: null },
  ])
  expect(over).toEqual([
    ['left', 'a', 'whole', at(0), at(10)],
    ['left', 'b', 'cut', at(10), at(14)],
    ['right', 'c', 'whole', at(0), at(14)],
  ])
  expect(on).toEqual([])
})

test('a play in a zone says where, of which playlist and for which entry', () => {
  const { on } = watch([{ second: 0, layout: layout([zone('left', A, at(0), [A, B])], { left: A }) }])
  expect(on).toEqual([
    {
      kind: 'item',
      scene: 'notice',
      layer: 'scheduled',
      entryId: 'office',
      playlistId: 'list-left',
      itemId: 'a',
      title: '題 a',
      asset: null,
      dueAt: at(0),
      zoneId: 'left',
    },
  ])
})

test('what counts is what stands in the zone: the item before until the next is ready, nothing while it is empty', () => {
  const due = (item: ZoneItem, second: number) => [zone('left', item, at(second), [A, B])]
  const { over, on } = watch([
    { second: 0, layout: layout(due(A, 0), {}) },
    { second: 1, layout: layout(due(A, 0), { left: A }) },
    { second: 10, layout: layout(due(B, 10), { left: A }) },
    { second: 12, layout: layout(due(B, 10), { left: B }) },
  ])
  expect(over).toEqual([['left', 'a', 'whole', at(1), at(12)]])
  expect(on).toMatchObject([{ itemId: 'b', dueAt: at(10) }])
})

test('an item alone in its zone is one play for as long as its layout has one, and another with the next', () => {
  const alone = (second: number, glass: string) => ({
    second,
    layout: layout([zone('left', A, at(second), [A])], { left: A }, glass),
  })
  expect(watch([alone(0, 'first'), alone(10, 'first'), alone(20, 'second')]).over).toEqual([
    ['left', 'a', 'whole', at(0), at(20)],
  ])
})

test('what stands in zones is kept by layout, the same map while nothing changes, and nothing of what is gone', () => {
  const none: ZoneStages = new Map()
  const one = withZone(none, 'layout-1', 'left', 'a')
  expect(withZone(one, 'layout-1', 'left', 'a')).toBe(one)
  expect(withZone(none, 'layout-1', 'left', null)).toBe(none)
  const two = withZone(withZone(one, 'layout-2', 'left', 'b'), 'layout-1', 'right', 'c')
  expect(two.get('layout-1')).toEqual(
    new Map([
      ['left', 'a'],
      ['right', 'c'],
    ]),
  )
  expect(withZone(two, 'layout-2', 'left', null)).toEqual(new Map([['layout-1', two.get('layout-1')]]))
})

test('what cannot be shown in a zone is a failure of the item in it, not of the layout around it', () => {
  const left = zone('left', A, at(0), [A, B])
  const direction: Direction = { ...DIRECTION, zones: [left] }
  const found = unshown(direction, 'layout image', { zoneId: 'left', stageKey: onItsStage(B) })
  expect(found).toMatchObject({ turn: left.item?.key, shown: { itemId: 'b', title: '題 b', zoneId: 'left' } })
  expect(unshown(direction, 'layout image', { zoneId: 'gone', stageKey: onItsStage(B) })).toBeNull()
  expect(unshown(direction, 'layout image', null)).toBeNull()
})
