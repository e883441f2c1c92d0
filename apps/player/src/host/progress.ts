import { pause, within } from '@akari/node-kit'
import { z } from 'zod'
import { isDueForReload } from './memory-ceiling.ts'

/** What a page says of itself two presented frames after it was asked. */
const Proof = z.object({
  /** When this page began; another number is another page. */
  life: z.number(),
  /** Reports the screen has made after painting, one every five seconds at least; 0: none yet, or not our screen. */
  painted: z.int().nonnegative(),
  /** Neither an emergency nor a visitor: a moment in which it may be loaded anew. */
  quiet: z.boolean(),
})

/** Asked of the page as a script. The second of two frames can only come once the first was presented. */
export const PROOF_SCRIPT = `new Promise((tell) => requestAnimationFrame(() => requestAnimationFrame(() => {
  const { layer, visitor } = document.querySelector('[data-testid=glass]')?.dataset ?? {}
  const painted = Number(document.documentElement.dataset.painted ?? 0)
  tell({ life: performance.timeOrigin, painted, quiet: layer !== 'emergency' && visitor === '' })
})))`

/** What can be asked of the page on the glass; a question to a hung page may never be answered. */
export type Questioned = {
  /** Resolves to what `PROOF_SCRIPT` gives. Rejects while there is no page, or when it is replaced meanwhile. */
  proof: () => Promise<unknown>
  /** Whether its script runs at all. */
  hears: () => Promise<boolean>
  /** Memory of its process in MiB; null where that cannot be known. */
  memoryMb: () => Promise<number | null>
}

export type Progress = 'painting' | 'noFrames' | 'silent' | 'still' | 'memoryHigh'

type ProgressDeps = {
  page: Questioned
  ceilingMb: number
  tell: (progress: Progress) => void
  monotonicMs: () => number
}

const ASK_EVERY_MS = 1_000
const PROOF_WITHIN_MS = 4_000
const HEARS_WITHIN_MS = 1_000
/** The screen reports every five seconds: frames without a report for so long show a page that stands still. */
const STILL_MS = 15_000
const MEASURE_EVERY_MS = 60_000

/** Asks the page once a second for a proof that it paints. `expectAnother`: what the present page says no longer counts. */
export function watchProgress(deps: ProgressDeps): { expectAnother: () => void; close: () => void } {
  const { page, tell, monotonicMs } = deps
  const stop = new AbortController()
  let last = { life: 0, painted: 0, atMs: monotonicMs() }
  let staleLife: number | null = null
  let measuredMs = monotonicMs()
  let reloadedMs: number | null = null

  async function look(): Promise<void> {
    const answer = await within(
      page.proof().then(asProof, () => null),
      PROOF_WITHIN_MS,
      stop.signal,
    )
    if (answer === 'late') {
      const hears = await within(
        page.hears().catch(() => false),
        HEARS_WITHIN_MS,
        stop.signal,
      )
      if (!stop.signal.aborted) tell(hears === true ? 'noFrames' : 'silent')
      return
    }
    const nowMs = monotonicMs()
    const moved = answer !== null && answer.painted > 0 && answer.life !== staleLife
    if (moved && (answer.life !== last.life || answer.painted !== last.painted)) last = { ...answer, atMs: nowMs }
    if (nowMs - last.atMs >= STILL_MS) {
      last.atMs = nowMs
      return tell('still')
    }
    if (!moved) return
    tell('painting')
    await measure(answer.quiet, nowMs)
  }

  async function measure(quiet: boolean, nowMs: number): Promise<void> {
    if (nowMs - measuredMs < MEASURE_EVERY_MS) return
    measuredMs = nowMs
    const mb = await within(
      page.memoryMb().catch(() => null),
      HEARS_WITHIN_MS,
      stop.signal,
    )
    if (typeof mb !== 'number' || stop.signal.aborted) return
    if (!isDueForReload({ mb, ceilingMb: deps.ceilingMb, quiet, nowMs, reloadedMs })) return
    reloadedMs = nowMs
    tell('memoryHigh')
  }

  async function run(): Promise<void> {
    while (!stop.signal.aborted) {
      await look()
      await pause(ASK_EVERY_MS, stop.signal)
    }
  }
  void run()
  return {
    expectAnother: () => {
      staleLife = last.life
      last.atMs = monotonicMs()
    },
    close: () => stop.abort(),
  }
}

function asProof(said: unknown): z.infer<typeof Proof> | null {
  return Proof.safeParse(said).data ?? null
}
