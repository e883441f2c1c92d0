import { loadSampleCaptions } from '@akari/content-samples'
import type { Id, SittingView } from '@akari/protocol'
import type { Intake } from '../features/captions/intake.ts'
import type { Actor } from '../http/actor.ts'
import { spokenIn } from './seed-captions.ts'

const ACTOR: Actor = { kind: 'local', ip: '127.0.0.1' }
/** A line is half said first and then whole, as a recogniser has it. */
const WHOLE_AFTER_MS = 2_000
/** What a server that was away did not say, it leaves. */
const MAY_BE_LATE_MS = 5_000

/** What is said in the sample's sitting while it is in session, word by word. For a job every second. */
export function sampleSpeech(deps: {
  /** The sitting that goes on now; null between two. */
  sitting: () => Promise<Pick<SittingView, 'captionsId' | 'startsAt'> | null>
  push: Intake['push']
  now: () => Date
}): { tick: () => Promise<void> } {
  const lines = loadSampleCaptions()
  let last: { id: Id; ms: number } | null = null

  return {
    tick: async () => {
      const sitting = await deps.sitting()
      if (sitting === null) return
      const { captionsId: id, startsAt } = sitting
      const sinceMs = deps.now().getTime() - Date.parse(startsAt)
      const fromMs = last?.id === id ? last.ms : sinceMs - MAY_BE_LATE_MS
      last = { id, ms: sinceMs }
      const isNow = (ms: number): boolean => ms > fromMs && ms <= sinceMs
      for (const { at, speaker, texts } of lines) {
        const said = { segmentId: `line.${at}`, spokenAt: Date.parse(startsAt) + at * 1000 }
        const [japanese, ...others] = spokenIn({ speaker, texts }, said)
        if (japanese === undefined) continue
        const half = japanese.text.slice(0, Math.ceil(japanese.text.length / 2))
        if (isNow(at * 1000)) await deps.push(id, [{ ...japanese, text: half, state: 'interim' }], ACTOR)
        if (isNow(at * 1000 + WHOLE_AFTER_MS)) await deps.push(id, [japanese, ...others], ACTOR)
      }
    },
  }
}
