/** Where the glass stands. `knocks` counts the vain attempts since the screen last played. */
export type Phase =
  /** The agent is being asked whether it is there. */
  | { name: 'knocking'; knocks: number }
  /** The built-in page is on the glass until the next knock. */
  | { name: 'waiting'; knocks: number; ms: number }
  /** The screen has been asked for and is not complete yet. */
  | { name: 'loading'; knocks: number }
  | { name: 'playing' }
  /** The renderer takes no input; it may still come back by itself. */
  | { name: 'hanging' }
  /** The renderer has been told to die and has not yet done so. */
  | { name: 'felling' }
  /** The shell itself is being started again; nothing matters any more. */
  | { name: 'ending' }

export type Watch = {
  phase: Phase
  /** When renderers were lost within the last minute, on the monotonic clock. */
  losses: readonly number[]
}

export type Happening =
  | 'agentAnswered'
  | 'agentSilent'
  | 'screenLoaded'
  | 'screenFailed'
  | 'rendererGone'
  | 'unresponsive'
  | 'responsive'
  | 'timeUp'

/** What the window has to do. `fellRenderer` ends a process that no longer listens; `startOver` the whole shell. */
export type Order = 'knock' | 'showScreen' | 'showFallback' | 'fellRenderer' | 'startOver'

export const LADDER = {
  firstKnockMs: 250,
  knockCapMs: 2_000,
  loadMs: 30_000,
  hangMs: 5_000,
  fellMs: 2_000,
  lossWindowMs: 60_000,
  /** From this loss on within the window the built-in page is shown for `restMs` before the screen is tried again. */
  lossesToRest: 3,
  restMs: 5_000,
  lossesToStartOver: 5,
} as const

/** The shell has just opened its window: before anything is shown, the agent is asked whether it is there. */
export function opening(): { watch: Watch; orders: readonly Order[] } {
  return { watch: { phase: { name: 'knocking', knocks: 0 }, losses: [] }, orders: ['knock'] }
}

/** How long a phase may last before `timeUp`, in milliseconds; null when it ends by itself. */
export function patienceMs(phase: Phase): number | null {
  switch (phase.name) {
    case 'waiting':
      return phase.ms
    case 'loading':
      return LADDER.loadMs
    case 'hanging':
      return LADDER.hangMs
    case 'felling':
      return LADDER.fellMs
    case 'knocking':
    case 'playing':
    case 'ending':
      return null
  }
}

type Step = { watch: Watch; orders: readonly Order[] }

/**
 * The ladder a troubled glass climbs: load again, show the built-in page and knock until the agent answers, end a hung
 * renderer, and after five lost renderers in a minute start the shell over. A lost agent costs no rung: a loaded screen
 * goes on without it. Returns the same `watch` when nothing changes. `nowMs` is monotonic.
 */
export function step(watch: Watch, happening: Happening, nowMs: number): Step {
  const { phase } = watch
  if (phase.name === 'ending') return { watch, orders: [] }
  if (happening === 'rendererGone') return afterLoss(watch, nowMs)
  switch (phase.name) {
    case 'knocking':
      if (happening === 'agentAnswered') return to(watch, { name: 'loading', knocks: phase.knocks }, 'showScreen')
      if (happening === 'agentSilent') return wait(watch, phase.knocks, ...(phase.knocks === 0 ? shelter : []))
      break
    case 'waiting':
      if (happening === 'timeUp') return to(watch, { name: 'knocking', knocks: phase.knocks }, 'knock')
      break
    case 'loading':
      if (happening === 'screenLoaded') return to(watch, { name: 'playing' })
      if (happening === 'screenFailed' || happening === 'timeUp') return wait(watch, phase.knocks, ...shelter)
      if (happening === 'unresponsive') return to(watch, { name: 'hanging' })
      break
    case 'playing':
      if (happening === 'unresponsive') return to(watch, { name: 'hanging' })
      break
    case 'hanging':
      if (happening === 'responsive' || happening === 'screenLoaded') return to(watch, { name: 'playing' })
      if (happening === 'timeUp') return to(watch, { name: 'felling' }, 'fellRenderer')
      break
    case 'felling':
      if (happening === 'timeUp') return to(watch, { name: 'ending' }, 'startOver')
      break
  }
  return { watch, orders: [] }
}

function to(watch: Watch, phase: Phase, ...orders: Order[]): Step {
  return { watch: { ...watch, phase }, orders }
}

const shelter: readonly Order[] = ['showFallback']

/** The next knock comes a little later than the one before. */
function wait(watch: Watch, knocks: number, ...orders: Order[]): Step {
  const ms = Math.min(LADDER.knockCapMs, LADDER.firstKnockMs * 2 ** Math.min(knocks, 10))
  return to(watch, { name: 'waiting', knocks: knocks + 1, ms }, ...orders)
}

function afterLoss(watch: Watch, nowMs: number): Step {
  const losses = [...watch.losses.filter((at) => nowMs - at < LADDER.lossWindowMs), nowMs]
  const counted = { ...watch, losses }
  if (losses.length >= LADDER.lossesToStartOver) return to(counted, { name: 'ending' }, 'startOver')
  if (losses.length >= LADDER.lossesToRest)
    return to(counted, { name: 'waiting', knocks: 1, ms: LADDER.restMs }, 'showFallback')
  switch (watch.phase.name) {
    case 'knocking':
    case 'waiting':
      return to(counted, { ...watch.phase }, 'showFallback')
    case 'loading':
    case 'playing':
    case 'hanging':
    case 'felling':
    case 'ending':
      return to(counted, { name: 'loading', knocks: 0 }, 'showScreen')
  }
}
