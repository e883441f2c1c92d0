import type { Id, SourceHealth, SourceKind, SourceLink, SourceNotice, SourceState } from '@akari/protocol'

/** What a source itself complains of, as long as it does. */
export type Alarm = { kind: SourceNotice['kind']; since: Date }

export type MonitorOptions = {
  id: Id
  kind: SourceKind
  label: string
  now: () => Date
  /** From when a source with a rhythm of its own is late, and from when it counts as silent; null: it has no rhythm. */
  rhythm: { lateMs: number; silentMs: number } | null
}

/** Keeps how one source is doing; the source tells, the desk and the metrics ask. */
export type SourceMonitor = ReturnType<typeof sourceMonitor>

export function sourceMonitor({ id, kind, label, now, rhythm }: MonitorOptions) {
  const startedAt = now()
  let heardAt: Date | null = null
  let completeAt: Date | null = null
  let failedAt: Date | null = null
  let lastError: SourceHealth['lastError'] = null
  let lagMs: number | null = null
  let telegrams = 0
  let errors = 0
  let bytes: { today: number; budget: number } | null = null
  let links: () => SourceLink[] = () => []
  let alarms: () => Alarm[] = () => []

  function state(): SourceState {
    const failing = failedAt !== null && (heardAt === null || failedAt > heardAt)
    if (rhythm === null) return failing ? 'failing' : heardAt === null ? 'off' : 'ok'
    const silentMs = now().getTime() - (heardAt ?? startedAt).getTime()
    if (silentMs > rhythm.silentMs || (failing && heardAt === null)) return 'failing'
    if (failing || heardAt === null || silentMs > rhythm.lateMs) return 'late'
    const waitsForMore = completeAt === null || heardAt > completeAt
    return waitsForMore || links().some(({ up }) => !up) ? 'late' : 'ok'
  }

  return {
    id,
    kind,
    label,
    startedAt,
    silentMs: rhythm?.silentMs ?? null,
    /**
     * The source gave a sign of life. `complete`: nothing it ever said is missing here; after a gap that is not so until
     * the gap is filled.
     */
    heard: ({ complete = true }: { complete?: boolean } = {}): void => {
      heardAt = now()
      if (complete) completeAt = heardAt
    },
    /** A telegram came in. `sentAt`: when its sender says that it sent it. */
    took: (sentAt: Date | null): void => {
      telegrams += 1
      if (sentAt !== null) lagMs = Math.max(0, now().getTime() - sentAt.getTime())
    },
    failed: (message: string): void => {
      failedAt = now()
      errors += 1
      lastError = { at: failedAt.toISOString(), message: message.slice(0, 500) }
    },
    countBytes: (today: number, budget: number): void => {
      bytes = { today, budget }
    },
    /** Asked whenever somebody looks. */
    tells: (about: { links?: () => SourceLink[]; alarms?: () => Alarm[] }): void => {
      links = about.links ?? links
      alarms = about.alarms ?? alarms
    },
    alarms: (): Alarm[] => alarms(),
    completeAt: (): Date | null => completeAt,
    view: (): SourceHealth => ({
      id,
      kind,
      label,
      state: state(),
      lastHeardAt: heardAt?.toISOString() ?? null,
      lagMs,
      telegrams,
      errors,
      lastError,
      bytesToday: bytes?.today ?? null,
      byteBudget: bytes?.budget ?? null,
      links: links(),
    }),
  }
}
