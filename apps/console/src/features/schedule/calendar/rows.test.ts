import { expect, test } from 'vitest'
import { sampleRule } from '../../../parts/recurrence/testing/sample-rule.ts'
import { sampleDisplay, sampleEntry } from '../testing/samples.ts'
import { isIn, isInPart, retargeted, rowsOf, targetsOfRow } from './rows.ts'

const east = sampleDisplay('east', ['ロビー'])
const west = sampleDisplay('west', ['ロビー', '待合'])
const alone = sampleDisplay('alone')
const all = [west, alone, east]
const rule = sampleRule('2026-11-23T09:00', 60, null)

test('groups come by name with their displays where they are open; a display stands in each of its groups', () => {
  const open = new Set(['group:ロビー', 'group:待合'])
  expect(rowsOf(all, open).map(({ key }) => key)).toEqual([
    'group:ロビー',
    'display:east@ロビー',
    'display:west@ロビー',
    'group:待合',
    'display:west@待合',
    'group:',
  ])
  expect(rowsOf([alone], new Set()).map(({ key }) => key)).toEqual(['display:alone@'])
})

test('a group shows what any of its displays shows, and knows when not all of them do', () => {
  const [lobby, , waiting] = rowsOf(all, new Set(['group:ロビー'])).filter(({ kind }) => kind === 'group')
  const targets = { displayIds: ['east'], groups: [] }
  expect(lobby && [isIn(lobby, targets), isInPart(lobby, targets)]).toEqual([true, true])
  expect(waiting && isIn(waiting, targets)).toBe(false)
  expect(lobby && isInPart(lobby, { displayIds: [], groups: ['ロビー'] })).toBe(false)
})

test('what is made in a row is for that row', () => {
  const rows = rowsOf(all, new Set(['group:ロビー']))
  expect(rows.map(targetsOfRow)).toEqual([
    { displayIds: [], groups: ['ロビー'] },
    { displayIds: ['east'], groups: [] },
    { displayIds: ['west'], groups: [] },
    { displayIds: [], groups: ['待合'] },
    { displayIds: ['alone'], groups: [] },
  ])
})

test('carried to another row an entry changes that target and keeps its others', () => {
  const [lobby, inEast, inWest, waiting] = rowsOf(all, new Set(['group:ロビー']))
  const entry = sampleEntry('e', rule, { targets: { displayIds: ['east', 'alone'], groups: ['ロビー'] } })
  if (!lobby || !inEast || !inWest || !waiting) throw new Error('rows are missing')
  expect(retargeted(entry, inEast, inWest)).toEqual({ displayIds: ['alone', 'west'], groups: ['ロビー'] })
  expect(retargeted(entry, lobby, waiting)).toEqual({ displayIds: ['east', 'alone'], groups: ['待合'] })
  expect(retargeted(entry, lobby, inWest)).toEqual({ displayIds: ['east', 'alone', 'west'], groups: [] })
  expect(retargeted(entry, inWest, inEast)).toBeNull()
  expect(retargeted(entry, inWest, inWest)).toBe(entry.targets)
})
