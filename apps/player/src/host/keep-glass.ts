import type { Logger } from '@akari/node-kit'
import type { HostMending } from '@akari/protocol'
import type { Mended } from './tell-mended.ts'
import { type Questioned, watchProgress } from './progress.ts'
import { type Happening, opening, type Order, type Phase, patienceMs, step } from './watchdog.ts'

/** What the watchdog sees and does; each host implements it. The two that fell end processes that may be stopped or hung. */
export type Glass = Questioned & {
  showScreen: () => void
  showFallback: () => void
  fellRenderer: () => void
  fellGpu: () => void
  onHappening: (listener: (happening: Happening) => void) => void
}

type KeeperDeps = {
  glass: Glass
  /** Whether the agent is there; never rejects, and settles within seconds. */
  knock: () => Promise<boolean>
  startOver: () => void
  /** Memory of the page in MiB from which it is loaded anew at a quiet moment. */
  ceilingMb: number
  mended: Mended
  monotonicMs: () => number
  log: Logger
}

const sheltered: ReadonlySet<Phase['name']> = new Set(['knocking', 'waiting'])
const expected: ReadonlySet<Happening> = new Set(['painting', 'agentAnswered', 'agentSilent', 'timeUp', 'responsive'])

/**
 * What of a step the staff are told. A screen that never painted is no news: with the panel asleep none does, all night.
 */
function mendings(from: Phase, happening: Happening, orders: readonly Order[]): HostMending['what'][] {
  if (from.name === 'loading' && happening === 'timeUp') return []
  const done: HostMending['what'][] = happening === 'rendererGone' ? ['rendererGone'] : []
  if (happening === 'memoryHigh') done.push('pageReloaded')
  if (orders.includes('fellRenderer')) done.push('rendererEnded')
  if (orders.includes('fellGpu')) done.push('gpuEnded')
  if (orders.includes('startOver')) done.push('startedOver')
  return done
}

/** Carries out the watchdog's orders on a glass and tells it what happens there. `close` leaves the glass as it is. */
export function keepGlass(deps: KeeperDeps): { close: () => void } {
  const { glass, knock, startOver, mended, monotonicMs, log } = deps
  let { watch } = opening()
  let timer: NodeJS.Timeout | undefined
  let closed = false
  const progress = watchProgress({ page: glass, ceilingMb: deps.ceilingMb, tell: happen, monotonicMs })

  function happen(happening: Happening): void {
    if (closed) return
    const before = watch
    const next = step(before, happening, monotonicMs())
    if (next.watch !== watch) {
      const from = watch.phase.name
      const to = next.watch.phase.name
      // Knocking at an agent that is away for a night must not fill a log.
      const level = sheltered.has(from) && sheltered.has(to) ? 'debug' : expected.has(happening) ? 'info' : 'warn'
      log[level]({ happening, from, to, losses: next.watch.losses.length }, 'glass')
      watch = next.watch
      arm()
    }
    if (next.watch !== before) for (const what of mendings(before.phase, happening, next.orders)) mended(what)
    for (const order of next.orders) carryOut(order)
  }

  function arm(): void {
    clearTimeout(timer)
    const ms = patienceMs(watch.phase)
    timer = ms === null ? undefined : setTimeout(() => happen('timeUp'), ms)
  }

  function carryOut(order: Order): void {
    switch (order) {
      case 'knock':
        void knock().then((answered) => happen(answered ? 'agentAnswered' : 'agentSilent'))
        return
      case 'showScreen':
        progress.expectAnother()
        return glass.showScreen()
      case 'showFallback':
        return glass.showFallback()
      case 'fellRenderer':
        return glass.fellRenderer()
      case 'fellGpu':
        return glass.fellGpu()
      case 'startOver':
        return startOver()
    }
  }

  glass.onHappening(happen)
  for (const order of opening().orders) carryOut(order)
  return {
    close: () => {
      closed = true
      progress.close()
      clearTimeout(timer)
    },
  }
}
