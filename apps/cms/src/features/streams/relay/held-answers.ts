import type { RelayAnswer } from './relay-messages.ts'

type Held = { answer: RelayAnswer; bytes: number; untilMs: number }

/** What a few words of a failure or of a playlist's frame take. */
const FRAME_BYTES = 500

/** What streams answered, for as long as it holds; never more than `mostBytes`, what was not asked for longest goes first. */
export class HeldAnswers {
  readonly #held = new Map<string, Held>()
  readonly #mostBytes: number
  #bytes = 0

  constructor(mostBytes: number) {
    this.#mostBytes = mostBytes
  }

  get bytes(): number {
    return this.#bytes
  }

  /** Undefined when there is none, or none that still holds at `nowMs`. */
  get(key: string, nowMs: number): RelayAnswer | undefined {
    const held = this.#held.get(key)
    if (held === undefined) return undefined
    this.#drop(key)
    if (held.untilMs <= nowMs) return undefined
    this.#keep(key, held)
    return held.answer
  }

  put(key: string, answer: RelayAnswer, { nowMs, untilMs }: { nowMs: number; untilMs: number }): void {
    this.#drop(key)
    const bytes = bytesOf(answer)
    if (untilMs <= nowMs || bytes > this.#mostBytes) return
    this.#keep(key, { answer, bytes, untilMs })
    for (const oldest of this.#held.keys()) {
      if (this.#bytes <= this.#mostBytes) return
      this.#drop(oldest)
    }
  }

  /** Gives up what does not hold any more. */
  sweep(nowMs: number): void {
    for (const [key, { untilMs }] of this.#held) if (untilMs <= nowMs) this.#drop(key)
  }

  #keep(key: string, held: Held): void {
    this.#held.set(key, held)
    this.#bytes += held.bytes
  }

  #drop(key: string): void {
    const held = this.#held.get(key)
    if (held === undefined) return
    this.#held.delete(key)
    this.#bytes -= held.bytes
  }
}

function bytesOf(answer: RelayAnswer): number {
  switch (answer.kind) {
    case 'playlist':
      return FRAME_BYTES + 2 * answer.text.length
    case 'part':
      return FRAME_BYTES + answer.body.byteLength
    case 'gone':
    case 'refused':
    case 'unreachable':
      return FRAME_BYTES
  }
}
