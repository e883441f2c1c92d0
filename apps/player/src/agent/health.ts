import type { DisplayHealth } from '@akari/protocol'
import type { CmsClock } from './clock/cms-clock.ts'
import type { CmsSession } from './cms/session.ts'
import type { Link } from './cms/link.ts'
import type { ContentKeeper } from './content/content-keeper.ts'
import type { Vitals } from './device/vitals.ts'
import type { Faults } from './faults.ts'
import type { ScreenReport } from './loopback/screen-link.ts'
import { type Loop, startLoop } from './loop.ts'
import { SOFTWARE } from './software.ts'
import type { StateAuthor } from './state-author.ts'

export type HealthDeps = {
  author: StateAuthor
  clock: CmsClock
  content: ContentKeeper
  faults: Faults
  screen: () => ScreenReport | null
  monotonicMs: () => number
  link: Link
  session: CmsSession
  vitals: Vitals
  everyMs: number
  failed: (error: unknown) => void
}

/** A screen that said nothing for this long may be frozen: what it showed last is not reported as shown. */
const SILENT_AFTER_MS = 15_000

/** Changes that come together are one report. */
const GATHER_MS = 250

/** Reports over the socket, or over HTTP where only that gets through. `wake` reports a change. */
export function startHealth(deps: HealthDeps): Loop {
  const loop = startLoop({
    waitMs: () => deps.everyMs,
    failed: deps.failed,
    step: async (signal) => {
      const health = healthOf(deps)
      if (deps.link.health(health)) return
      await deps.session.request('/api/player/health', { method: 'POST', body: health, signal })
    },
  })
  let gathering: NodeJS.Timeout | null = null
  return {
    wake: () => {
      gathering ??= setTimeout(() => {
        gathering = null
        loop.wake()
      }, GATHER_MS)
    },
    close: async () => {
      if (gathering !== null) clearTimeout(gathering)
      await loop.close()
    },
  }
}

function healthOf(deps: HealthDeps): DisplayHealth {
  const report = deps.screen()
  const painting = report !== null && deps.monotonicMs() - report.atMonotonicMs <= SILENT_AFTER_MS
  const { offsetMs, trust } = deps.clock.view()
  return {
    at: deps.clock.now(),
    software: SOFTWARE,
    screen: painting ? 'painting' : 'silent',
    onGlass: painting ? report.onGlass : null,
    programmeRevision: deps.author.state().programme?.revision ?? null,
    content: deps.content.health(),
    clockOffsetMs: trust === 'unknown' ? null : offsetMs,
    faults: deps.faults.active(),
    ...deps.vitals.current(),
    clock: deps.clock.vitals(),
  }
}
