import type { Channel } from '../alert.ts'
import { bitsOf, crc32, numberOf } from './mark-bits.ts'

/**
 * What a frame says of itself in its own pixels: the alert state it was drawn from, and which part of how many this is,
 * so that a frame of which one part is covered is not taken for whole.
 */
export type ProofMark = {
  channel: Channel
  /** `takeover`: an alert has the whole scene. `strip`: bands beside the programme. */
  shape: 'takeover' | 'strip'
  /** From 0; a takeover has one in each corner, a strip one at each end. */
  part: number
  /** 1 to 8. */
  parts: number
  /** The lowest eight bits. */
  epoch: number
  /** The lowest 32 bits: revisions are milliseconds, so that a number comes back after 49 days. */
  revision: number
}

/** Cells of a mark. Each is a square of `MARK_CELL_PX` pixels of the glass itself, whatever the scale of the page. */
export const MARK_COLUMNS = 4
export const MARK_ROWS = 22
export const MARK_CELL_PX = 3

/** The first two rows: where a mark begins, and what its two tones are. */
export const MARK_HEAD: readonly boolean[] = [true, false, true, true, false, false, true, false]

const EPOCHS = 2 ** 8
const REVISIONS = 2 ** 32
export const MOST_PARTS = 8

/** Says whether a mark can have been drawn from this state. */
export function isMarkOf(
  mark: Pick<ProofMark, 'channel' | 'epoch' | 'revision'>,
  state: { channel: Channel; epoch: number; revision: number },
): boolean {
  return (
    mark.channel === state.channel &&
    mark.epoch === state.epoch % EPOCHS &&
    mark.revision === state.revision % REVISIONS
  )
}

/**
 * The cells of a mark row by row, true for the lighter of the two tones: the head, six bytes (channel, shape, part, parts
 * in one; epoch; revision), and their CRC-32. `epoch` and `revision` may be whole: what does not fit is left out.
 */
export function encodeMark(mark: ProofMark): boolean[] {
  const payload = [
    mark.channel === 'live',
    mark.shape === 'takeover',
    ...bitsOf(mark.part, 3),
    ...bitsOf(mark.parts - 1, 3),
    ...bitsOf(mark.epoch % EPOCHS, 8),
    ...bitsOf(mark.revision % REVISIONS, 32),
  ]
  return [...MARK_HEAD, ...payload, ...bitsOf(crc32(payload), 32)]
}

/** The mark these cells stand for; null when the head or the CRC-32 is wrong, or the part is none of the parts. */
export function markOfCells(cells: readonly boolean[]): ProofMark | null {
  if (cells.length !== MARK_COLUMNS * MARK_ROWS) return null
  if (MARK_HEAD.some((cell, index) => cells[index] !== cell)) return null
  const payload = cells.slice(8, 56)
  if (numberOf(cells.slice(56)) !== crc32(payload)) return null
  const part = numberOf(payload.slice(2, 5))
  const parts = numberOf(payload.slice(5, 8)) + 1
  if (part >= parts) return null
  return {
    channel: payload[0] === true ? 'live' : 'drill',
    shape: payload[1] === true ? 'takeover' : 'strip',
    part,
    parts,
    epoch: numberOf(payload.slice(8, 16)),
    revision: numberOf(payload.slice(16, 48)),
  }
}
