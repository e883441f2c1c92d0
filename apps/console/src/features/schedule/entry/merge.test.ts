import { expect, test } from 'vitest'
import { sampleRule } from '../../../parts/recurrence/testing/sample-rule.ts'
import { sampleEntry } from '../testing/samples.ts'
import { draftOf, inputOfDraft } from './draft.ts'
import { differences, type Field, merged, type Side } from './merge.ts'

const base = draftOf({ entry: sampleEntry('議会', sampleRule('2026-12-01T10:00', 60, 'FREQ=WEEKLY;BYDAY=TU')) })
const sidesOf = (found: readonly { field: Field; side: Side }[]): ReadonlyMap<Field, Side> =>
  new Map(found.map(({ field, side }) => [field, side]))

test('what only one of us has changed is taken from that one, and nothing is asked', () => {
  const mine = { ...base, priority: 'urgent' as const }
  const theirs = { ...base, name: '議会中継', version: 2 }
  const found = differences(base, mine, theirs)
  expect(found).toEqual([
    { field: 'name', side: 'theirs', contested: false },
    { field: 'priority', side: 'mine', contested: false },
  ])
  expect(merged(mine, theirs, sidesOf(found))).toMatchObject({ name: '議会中継', priority: 'urgent', version: 2 })
})

test('what both have changed differently is contested, and the choice counts', () => {
  const mine = { ...base, rule: { ...base.rule, exdates: ['2026-12-08T10:00'] } }
  const theirs = { ...base, rule: { ...base.rule, exdates: ['2026-12-15T10:00'] }, version: 2 }
  const found = differences(base, mine, theirs)
  expect(found).toEqual([{ field: 'when', side: 'mine', contested: true }])
  expect(merged(mine, theirs, new Map([['when', 'theirs']])).rule.exdates).toEqual(['2026-12-15T10:00'])
  expect(merged(mine, theirs, new Map([['when', 'mine']])).rule.exdates).toEqual(['2026-12-08T10:00'])
})

test('the same change by both is no difference', () => {
  const both = { ...base, name: '同じ' }
  expect(differences(base, both, { ...both, version: 2 })).toEqual([])
})

test('what nobody uses stays out of what is saved, and a draft without displays is none', () => {
  expect(inputOfDraft(base, 'list')).toBeNull()
  const aimed = { ...base, targets: { displayIds: ['a'], groups: [] } }
  expect(Object.keys(inputOfDraft(aimed, 'list') ?? {}).sort()).toEqual(
    ['name', 'playlistId', 'priority', 'rule', 'targets', 'version'].sort(),
  )
  expect(inputOfDraft({ ...aimed, name: ' ' }, 'list')?.name).toBe('list')
})
