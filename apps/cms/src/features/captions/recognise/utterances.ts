import { bytesOf, secondsOf } from './audio-queue.ts'

/** Of an utterance up to now; `isOver`: what comes next belongs to another. `startedAt`: seconds into what was heard. */
export type Utterance = { pcm: Buffer; startedAt: number; isOver: boolean }

/** Rooms are never silent: a voice is so much louder than the quietest of the last moments (root mean square of 16-bit samples). */
const LEAST_VOICE = 250
const ABOVE_NOISE = 2.5
const PAUSE_SECONDS = 0.5
const LEAST_SECONDS = 0.4
const MOST_SECONDS = 12
/** How quickly the idea of the noise follows a room that becomes louder. */
const NOISE_RISE = 1.01
/** A room is taken for quiet until it was heard: whoever is listened to from the midst of a sentence is no noise. */
const QUIET_ROOM = LEAST_VOICE / ABOVE_NOISE
/** What is louder than a voice above this is speech, though it never pauses: limiters of broadcasters leave no silence. */
const MOST_NOISE = 1000

/**
 * Cuts speech at its pauses, for recognisers that read whole utterances. After each piece it gives what has been said since the last
 * pause, if anything was; the pause itself, and a breath before the voice, are no part of the next.
 */
export async function* utterances(audio: AsyncIterable<Buffer>): AsyncGenerator<Utterance> {
  let [held, quietSeconds, position]: [Buffer[], number, number] = [[], 0, 0]
  let noise = QUIET_ROOM
  let before: Buffer = Buffer.alloc(0)
  let startedAt = 0

  const cut = (isOver: boolean): Utterance => ({ pcm: Buffer.concat(held), startedAt, isOver })
  for await (const piece of audio) {
    const loudness = loudnessOf(piece)
    noise = Math.min(loudness, noise * NOISE_RISE, MOST_NOISE)
    const isVoice = loudness > Math.max(LEAST_VOICE, noise * ABOVE_NOISE)
    if (held.length === 0 && isVoice) {
      held = [before]
      startedAt = position - secondsOf(before.length)
    }
    position += secondsOf(piece.length)
    before = piece
    if (held.length === 0) continue
    held.push(piece)
    quietSeconds = isVoice ? 0 : quietSeconds + secondsOf(piece.length)
    const length = held.reduce((sum, { length: bytes }) => sum + bytes, 0)
    const isOver = quietSeconds >= PAUSE_SECONDS || length >= bytesOf(MOST_SECONDS)
    if (secondsOf(length) - quietSeconds >= LEAST_SECONDS) yield cut(isOver)
    if (isOver) [held, quietSeconds] = [[], 0]
  }
  if (held.length > 0) yield cut(true)
}

function loudnessOf(pcm: Buffer): number {
  const samples = Math.floor(pcm.length / 2)
  let sum = 0
  for (let i = 0; i < samples; i++) sum += pcm.readInt16LE(i * 2) ** 2
  return samples === 0 ? 0 : Math.sqrt(sum / samples)
}
