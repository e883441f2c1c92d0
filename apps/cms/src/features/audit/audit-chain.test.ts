import { createKeyPair } from '@akari/node-kit'
import type { AuditHead } from '@akari/protocol'
import { expect, it } from 'vitest'
import { type ChainedRow, GENESIS, linkOf } from '../../db/audit-link.ts'
import { verifyChain } from './audit-chain.ts'
import { openAuditHead, signAuditHead } from './audit-head.ts'

const log = chained(12)

function chained(count: number): ChainedRow[] {
  let previous = GENESIS
  return Array.from({ length: count }, (_, i) => {
    const row = {
      sequence: i + 1,
      at: `2026-11-22T09:00:${String(i).padStart(2, '0')}.000Z`,
      actor: 'user:saigai',
      action: 'alert.raised.live',
      subject: `operator:${i}`,
      detail: '{"template":"building-fire"}',
    }
    previous = linkOf(previous, row)
    return { ...row, hash: previous }
  })
}

async function* each(rows: readonly ChainedRow[]): AsyncGenerator<ChainedRow> {
  yield* rows
}
const verify = (rows: readonly ChainedRow[], heads: readonly AuditHead[] = []) => verifyChain(each(rows), heads)
const headAt = (sequence: number): AuditHead => ({
  sequence,
  hash: log[sequence - 1]?.hash ?? '',
  at: '2026-11-22T09:01:00Z',
})

it('holds a log that nobody touched, also against its heads', async () => {
  expect(await verify(log, [headAt(3), headAt(12)])).toEqual({ state: 'intact', entries: 12 })
  expect(await verify([])).toEqual({ state: 'intact', entries: 0 })
})

it('names the entry of which any one character was changed', async () => {
  const victim = log[6]
  if (victim === undefined) throw new Error('the log is too short')
  const texts = ['at', 'actor', 'action', 'subject', 'detail', 'hash'] as const
  for (const column of texts) {
    for (let at = 0; at < victim[column].length; at++) {
      const text = victim[column]
      const changed = { ...victim, [column]: text.slice(0, at) + (text[at] === 'x' ? 'y' : 'x') + text.slice(at + 1) }
      const rows = log.map((row) => (row === victim ? changed : row))
      expect(await verify(rows)).toEqual({ state: 'broken', sequence: 7, reason: 'altered' })
    }
  }
})

it('names the first entry that was dropped, wherever it stood', async () => {
  for (const gone of log) {
    const rows = log.filter((row) => row !== gone)
    const found = await verify(rows, [headAt(12)])
    expect(found).toEqual({ state: 'broken', sequence: gone.sequence, reason: 'missing' })
  }
})

it('names the first of two entries that changed places, and one that was slipped in', async () => {
  const [a, b] = [log[3], log[4]]
  if (a === undefined || b === undefined) throw new Error('the log is too short')
  const swapped = log.with(3, { ...b, sequence: 4 }).with(4, { ...a, sequence: 5 })
  expect(await verify(swapped)).toEqual({ state: 'broken', sequence: 4, reason: 'altered' })
  const slipped = [...log.slice(0, 4), a, ...log.slice(4)]
  expect(await verify(slipped)).toMatchObject({ state: 'broken', sequence: 5 })
})

it('finds a chain that was made anew from end to end, by a head signed before', async () => {
  const rows = chained(12).map((row) => ({ ...row, actor: 'user:nobody' }))
  let previous = GENESIS
  const forged = rows.map((row) => {
    previous = linkOf(previous, row)
    return { ...row, hash: previous }
  })
  expect(await verify(forged)).toMatchObject({ state: 'intact' })
  expect(await verify(forged, [headAt(5)])).toEqual({ state: 'broken', sequence: 5, reason: 'rewritten' })
})

it('believes heads of its own identity only, to the byte', () => {
  const [own, other] = [createKeyPair(), createKeyPair()]
  const signed = signAuditHead(headAt(5), own.privateKey)
  expect(openAuditHead(signed, own.publicKey)).toEqual(headAt(5))
  expect(openAuditHead(signed, other.publicKey)).toBe(null)
  expect(openAuditHead({ ...signed, payload: signed.payload.replace('5', '6') }, own.publicKey)).toBe(null)
  expect(openAuditHead(null, own.publicKey)).toBe(null)
})
