import { randomUUID } from 'node:crypto'
import type { FaultRecord, Instant } from '@akari/protocol'

/** Puts every fault on record, so that nothing of what happened while nobody listened is lost. */
export type FaultJournal = {
  /** It was met just now. */
  note: (code: string, detail: string) => void
  /**
   * From here on there is a clock, and somewhere to keep it; what was noted before is kept now. `earlier`: what was going on
   * when the agent ended; that is over. `remember` is told what is going on whenever something begins or ends.
   */
  open: (to: Journalled) => void
  /** What is going on is nobody's business any more: the display belongs to somebody else now. */
  forget: () => void
  /** To be called now and then: ends what has not been met for ten minutes. */
  look: () => void
}

type Journalled = {
  keep: (record: FaultRecord) => void
  now: () => Instant
  earlier: readonly FaultRecord[]
  remember: (goingOn: readonly FaultRecord[]) => void
}

const QUIET_MS = 10 * 60_000

type Open = { record: FaultRecord; lastMs: number }

/** A fault that repeats is one record, told when it begins and when it is over: a storm cannot fill the disk. */
export function faultJournal({ monotonicMs }: { monotonicMs: () => number }): FaultJournal {
  const known = new Map<string, Open>()
  const early: [code: string, detail: string][] = []
  let to: Journalled | null = null
  const remember = () => to?.remember([...known.values()].map(({ record }) => record))

  const note: FaultJournal['note'] = (code, detail) => {
    if (to === null) return void early.push([code, detail])
    const [before, lastAt, lastMs] = [known.get(code), to.now(), monotonicMs()]
    if (before !== undefined && lastMs - before.lastMs < QUIET_MS) {
      const { record } = before
      known.set(code, { record: { ...record, lastAt, times: record.times + 1 }, lastMs })
      return
    }
    if (before !== undefined) to.keep({ ...before.record, over: true })
    const record = {
      id: randomUUID(),
      code,
      detail: detail.slice(0, 300),
      firstAt: lastAt,
      lastAt,
      times: 1,
      over: false,
    }
    known.set(code, { record, lastMs })
    to.keep(record)
    remember()
  }

  return {
    note,
    open: (where) => {
      to = where
      for (const record of where.earlier) where.keep({ ...record, over: true })
      remember()
      for (const [code, detail] of early.splice(0)) note(code, detail)
    },
    forget: () => {
      known.clear()
      remember()
    },
    look: () => {
      const over = [...known].filter(([, { lastMs }]) => monotonicMs() - lastMs >= QUIET_MS)
      for (const [code, { record }] of over) {
        known.delete(code)
        to?.keep({ ...record, over: true })
      }
      if (over.length > 0) remember()
    },
  }
}
