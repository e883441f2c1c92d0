import { unroll } from '@akari/programme'
import type { UnrollAnswer, UnrollRequest } from './unroller.ts'

/** So many windows are read by the page in a few milliseconds. */
const PIECE = 1_500

/** Follows the rules of a programme far ahead, away from the page that draws. */
addEventListener('message', ({ data }: MessageEvent<UnrollRequest>) => {
  const { job, programme, from, to } = data
  const { list, interrupts, overlays, ...rest } = unroll(programme, from, to)
  for (const windows of pieces(list)) postMessage({ job, part: 'list', windows } satisfies UnrollAnswer)
  for (const windows of pieces(interrupts)) postMessage({ job, part: 'interrupts', windows } satisfies UnrollAnswer)
  for (const windows of pieces(overlays)) postMessage({ job, part: 'overlays', windows } satisfies UnrollAnswer)
  postMessage({ job, part: 'end', rest } satisfies UnrollAnswer)
})

function pieces<T>(all: readonly T[]): T[][] {
  return Array.from({ length: Math.ceil(all.length / PIECE) }, (_, n) => all.slice(n * PIECE, (n + 1) * PIECE))
}
