import { createLogger } from '@akari/node-kit'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { faultBook } from '../faults.ts'
import { temporaryFolder } from '../testing/agent-under-test.ts'
import { type Neighbour, neighbourBook } from './neighbours.ts'

const PORT = 8092
const at = (index: number): Neighbour => ({ address: `10.0.${index >> 8}.${index & 255}`, port: PORT })

async function book(folder: string, fixed: readonly Neighbour[] = []) {
  let nowMs = 0
  const faults = faultBook({
    log: createLogger('test', { level: 'silent' }),
    monotonicMs: () => nowMs,
    changed: () => {},
    noted: () => {},
  })
  const path = join(folder, 'neighbours.json')
  const neighbours = await neighbourBook({ path, fixed, faults, monotonicMs: () => nowMs, random: Math.random })
  return {
    ...neighbours,
    later: (ms: number) => {
      nowMs += ms
    },
  }
}

it('does not take who is only heard for known, and keeps no more than 64 of a hundred thousand', async () => {
  const { heard, isKnown, stranger, lately } = await book(await temporaryFolder())
  for (let i = 0; i < 100_000; i += 1) heard(at(i))
  expect(isKnown(at(99_999).address)).toBe(false)
  expect(lately()).toEqual({ heard: 0, lastMsAgo: null })
  let drawn = 0
  while (stranger() !== null) drawn += 1
  expect(drawn).toBe(64)
})

it('keeps those known longest, four of an address, however many answer after them', async () => {
  const { answered, draw, isKnown } = await book(await temporaryFolder())
  answered(at(1))
  for (let port = 9_000; port < 9_100; port += 1) answered({ address: '10.9.9.9', port })
  for (let i = 2; i < 5_000; i += 1) answered(at(i))
  const all = draw(1_000)
  expect(all).toHaveLength(64)
  expect(all.filter(({ address }) => address === '10.9.9.9')).toHaveLength(4)
  expect(isKnown(at(1).address)).toBe(true)
})

it('knows after a restart whom it knew before, and who is named by hand from the first moment', async () => {
  const folder = await temporaryFolder()
  const first = await book(folder)
  first.answered(at(7))
  const fixed = { address: '192.168.7.7', port: PORT }
  await expect.poll(async () => (await book(folder, [fixed])).isKnown(at(7).address)).toBe(true)
  const again = await book(folder, [fixed])
  expect(again.isKnown(fixed.address)).toBe(true)
  expect(again.lately()).toEqual({ heard: 0, lastMsAgo: null })
})

it('counts who was heard lately, and says since when nobody was', async () => {
  const { answered, heard, lately, later } = await book(await temporaryFolder())
  answered(at(1))
  answered(at(2))
  later(100_000)
  heard(at(2))
  later(100_000)
  expect(lately()).toEqual({ heard: 1, lastMsAgo: 100_000 })
  later(100_000)
  expect(lately()).toEqual({ heard: 0, lastMsAgo: 200_000 })
})

it('still draws, beside those that are there, one that did not answer for a while', async () => {
  const { answered, draw, isKnown, missed } = await book(await temporaryFolder())
  for (const i of [1, 2, 3, 4]) answered(at(i))
  for (let i = 0; i < 5; i += 1) missed(at(1))
  expect(isKnown(at(1).address)).toBe(false)
  expect(draw(3)).toContainEqual(at(1))
  answered(at(1))
  expect(isKnown(at(1).address)).toBe(true)
})
