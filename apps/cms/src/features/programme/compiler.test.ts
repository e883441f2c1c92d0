import { expect, it, onTestFinished } from 'vitest'
import { display, EVERY_DAY, item, notice } from '../testing/content-samples.ts'
import { compileAll, differencesOf } from './compiling.ts'
import { COMPILER_ENTRY, compilerHere, startCompiler } from './compiler.ts'
import type { Draft } from './content.ts'

const DRAFT: Draft = {
  playlists: [{ id: 'p', name: 'ロビー', items: [item('1', notice('開庁'))] }],
  entries: [
    {
      id: 'e',
      name: '毎日',
      playlistId: 'p',
      targets: { displayIds: [], groups: ['1階'] },
      priority: 'normal',
      rule: EVERY_DAY,
    },
  ],
  streams: [],
  assets: [],
}
const PLACE = { city: { ja: '小金井市' }, timeZone: 'Asia/Tokyo' }
const DISPLAYS = Array.from({ length: 50 }, (_, n) => display(`d${n}`, { groups: [n % 2 === 0 ? '1階' : '2階'] }))

function thread() {
  const compiler = startCompiler({ entry: COMPILER_ENTRY, idleMs: 60_000 })
  onTestFinished(compiler.close)
  return compiler
}

it('compiles in its thread to the same bytes as here, and says how far it is', async () => {
  const compiler = thread()
  const told: number[] = []
  const task = { displays: DISPLAYS, draft: DRAFT, place: PLACE }
  const compiled = await compiler.compile(task, (done) => told.push(done))
  expect(compiled).toEqual(await compilerHere().compile(task))
  expect(told).toEqual([20, 40])
  const now = '2026-11-22T00:00:00Z'
  const warnings = { displays: DISPLAYS, draft: DRAFT, now }
  expect(await compiler.warnings(warnings)).toEqual(await compilerHere().warnings(warnings))
})

it('tells displays that change alike together', async () => {
  const compiler = thread()
  const [first, second, third] = await compiler.compile({ displays: DISPLAYS, draft: DRAFT, place: PLACE })
  const pairs = [first, second, third].flatMap((each) =>
    each === undefined ? [] : [{ displayId: each.displayId, name: each.displayId, before: null, after: each.body }],
  )
  const groups = await compiler.differences({ pairs })
  expect(groups.map(({ displays }) => displays.map(({ displayId }) => displayId))).toEqual([['d0', 'd2'], ['d1']])
})

it('tells of each display what it would tell of it alone', () => {
  const place = { city: { ja: '小金井市' }, timeZone: 'Asia/Tokyo' }
  const renamed = { ...DRAFT, playlists: DRAFT.playlists.map((playlist) => ({ ...playlist, name: '別の名前' })) }
  const moved = DISPLAYS.map((each, n) =>
    n % 3 === 0
      ? { ...each, profile: { ...each.profile, name: `${n}番`, viewingDistanceM: n % 2 === 0 ? 5 : 8 } }
      : each,
  )
  const [before, after] = [
    compileAll({ displays: DISPLAYS, draft: DRAFT, place }),
    compileAll({ displays: moved, draft: renamed, place }),
  ]
  const pairs = after.map(({ displayId, body }, n) => ({
    displayId,
    name: displayId,
    before: n % 5 === 0 ? null : (before[n]?.body ?? null),
    after: n % 7 === 0 ? (before[n]?.body ?? body) : body,
  }))
  const alone = pairs.flatMap((pair) => differencesOf({ pairs: [pair] }))
  const together = differencesOf({ pairs })
  const told = (groups: typeof together) =>
    groups
      .flatMap(({ displays, changes }) => displays.map(({ displayId }) => ({ displayId, changes })))
      .toSorted((a, b) => Number(a.displayId.slice(1)) - Number(b.displayId.slice(1)))
  expect(told(together)).toEqual(told(alone))
  expect(together.length).toBeGreaterThan(4)
})

it('fails what a broken programme is asked of it, and goes on with the next question', async () => {
  const compiler = thread()
  const broken = { displayId: 'd', name: 'd', before: null, after: '{}' }
  await expect(compiler.differences({ pairs: [broken] })).rejects.toThrow('invalid_type')
  expect(await compiler.differences({ pairs: [] })).toEqual([])
})

it('starts a new thread after one that ended', async () => {
  const compiler = thread()
  const asked = compiler.compile({ displays: DISPLAYS, draft: DRAFT, place: PLACE })
  await compiler.close()
  await expect(asked).rejects.toThrow('the compiling thread ended')
  expect(await compiler.compile({ displays: DISPLAYS, draft: DRAFT, place: PLACE })).toHaveLength(50)
})
