/** Where the glass stands. `knocks` counts the vain attempts since the screen last played. */
export type Phase =
  /** The agent is being asked whether it is there. */
  | { name: 'knocking'; knocks: number }
  /** The built-in page is on the glass until the next knock. */
  | { name: 'waiting'; knocks: number; ms: number }
  /** The screen has been asked for and is not complete yet. */
  | { name: 'loading'; knocks: number }
  /** The screen has painted, and goes on doing so. */
  | { name: 'playing' }
  /** The renderer takes no input; it may still come back by itself. */
  | { name: 'hanging' }
  /** The renderer has been told to die and has not yet done so. */
  | { name: 'felling' }
  /** The page's script answers and no frame comes: the process that draws has been ended, its successor is awaited. */
  | { name: 'mending' }
  /** The host itself is being started again; nothing matters any more. */
  | { name: 'ending' }

export type Watch = {
  phase: Phase
  /** When renderers were lost within the last minute, on the monotonic clock. */
  losses: readonly number[]
}

export type Happening =
  | 'agentAnswered'
  | 'agentSilent'
  /** Frames of the screen were presented just now. */
  | 'painting'
  | 'screenFailed'
  | 'rendererGone'
  /** The page's script answers, and no frame is presented. */
  | 'noFrames'
  /** Neither frames nor script. */
  | 'silent'
  /** Frames in which nothing of the screen moves on. */
  | 'still'
  /** The page has grown over its ceiling, and nobody would miss it for a moment. */
  | 'memoryHigh'
  | 'unresponsive'
  | 'responsive'
  | 'timeUp'

/** What the host has to do. `fell…` ends a process that no longer works; `startOver` everything that holds the glass. */
export type Order = 'knock' | 'showScreen' | 'showFallback' | 'fellRenderer' | 'fellGpu' | 'startOver'

export const LADDER = {
  firstKnockMs: 250,
  knockCapMs: 1_000,
  /** For the first painted frame; a slow device gets so much longer with each vain attempt, up to the cap. */
  loadMs: 8_000,
  loadCapMs: 30_000,
  hangMs: 5_000,
  fellMs: 2_000,
  mendMs: 6_000,
  lossWindowMs: 60_000,
  /** From this loss on within the window the built-in page is shown for `restMs` before the screen is tried again. */
  lossesToRest: 3,
  restMs: 5_000,
  lossesToStartOver: 5,
} as const

/** The glass has just been opened: before anything is shown, the agent is asked whether it is there. */
export function opening(): { watch: Watch; orders: readonly Order[] } {
  return { watch: { phase: { name: 'knocking', knocks: 0 }, losses: [] }, orders: ['knock'] }
}

/** How long a phase may last before `timeUp`, in milliseconds; null when it ends by itself. */
export function patienceMs(phase: Phase): number | null {
  switch (phase.name) {
    case 'waiting':
      return phase.ms
    case 'loading':
      return Math.min(LADDER.loadMs * (1 + phase.knocks), LADDER.loadCapMs)
    case 'hanging':
      return LADDER.hangMs
    case 'felling':
      return LADDER.fellMs
    case 'mending':
      return LADDER.mendMs
    case 'knocking':
    case 'playing':
    case 'ending':
      return null
  }
}

type Step = { watch: Watch; orders: readonly Order[] }

/**
 * The ladder a troubled glass climbs: load again, show the built-in page and knock until the agent answers, end a hung
 * renderer or a process that draws no more, and after five lost renderers in a minute start over. A lost agent costs no
 * rung: a loaded screen goes on without it. Only a screen that has painted can stall: with the panel asleep no frame ever
 * comes, and a host that ended processes over it would do so all night. Returns the same `watch` when nothing changes. `nowMs` is monotonic.
 */
export function step(watch: Watch, happening: Happening, nowMs: number): Step {
  const { phase } = watch
  if (phase.name === 'ending') return { watch, orders: [] }
  if (happening === 'rendererGone') return afterLoss(watch, nowMs)
  switch (phase.name) {
    case 'knocking':
      // Only the built-in page can be hung here; once its renderer is gone it is shown by another.
      if (happening === 'silent') return { watch, orders: ['fellRenderer'] }
      if (happening === 'agentAnswered') return to(watch, { name: 'loading', knocks: phase.knocks }, 'showScreen')
      if (happening === 'agentSilent') return wait(watch, phase.knocks, ...(phase.knocks === 0 ? shelter : []))
      break
    case 'waiting':
      if (happening === 'silent') return { watch, orders: ['fellRenderer'] }
      if (happening === 'timeUp') return to(watch, { name: 'knocking', knocks: phase.knocks }, 'knock')
      break
    case 'loading':
      if (happening === 'painting') return to(watch, { name: 'playing' })
      if (happening === 'screenFailed') return wait(watch, phase.knocks, ...shelter)
      if (happening === 'timeUp')
        return wait(watch, phase.knocks, 'fellRenderer', ...mendingOnce(phase.knocks), ...shelter)
      if (happening === 'unresponsive') return to(watch, { name: 'hanging' })
      break
    case 'playing':
      if (happening === 'unresponsive') return to(watch, { name: 'hanging' })
      if (happening === 'silent' || happening === 'still') return to(watch, { name: 'felling' }, 'fellRenderer')
      if (happening === 'noFrames') return to(watch, { name: 'mending' }, 'fellGpu')
      if (happening === 'screenFailed') return wait(watch, 0, ...shelter)
      if (happening === 'memoryHigh') return to(watch, { name: 'loading', knocks: 0 }, 'showScreen')
      break
    case 'hanging':
      if (happening === 'responsive' || happening === 'painting') return to(watch, { name: 'playing' })
      if (happening === 'timeUp' || happening === 'silent') return to(watch, { name: 'felling' }, 'fellRenderer')
      break
    case 'mending':
      if (happening === 'painting') return to(watch, { name: 'playing' })
      if (happening === 'timeUp') return to(watch, { name: 'ending' }, 'startOver')
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

/** A second screen that never paints may be the fault of what draws; ended once, so that a panel asleep costs no more. */
function mendingOnce(knocks: number): readonly Order[] {
  return knocks === 1 ? ['fellGpu'] : []
}

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
    case 'mending':
    case 'ending':
      return to(counted, { name: 'loading', knocks: 0 }, 'showScreen')
  }
}
