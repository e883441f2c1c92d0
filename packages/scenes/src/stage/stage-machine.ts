/** A scene that may be put on the stage. The same key is the same picture: it is never faded into itself. */
export interface Showing<C> {
  key: string
  content: C
  /** It appears at once instead of fading in. */
  cuts?: true
}

/** Everything mounted: `shown` is visible, the others wait behind it, `leaving` is being faded over. */
export interface StageState<C> {
  layers: readonly Layer<C>[]
  shownKey: string | null
  leavingKey: string | null
  /** The shown one appeared at once; settled when it appears, so that it never fades in later. */
  isCut: boolean
  /** The one that should be shown; still preparing when it is not `shownKey`. */
  targetKey: string | null
  /** Keys that cannot be shown, with the time from which they may be tried again. */
  failed: Readonly<Record<string, number>>
  wanted: Wanted<C>
}

export interface Layer<C> extends Showing<C> {
  state: 'preparing' | 'ready'
}

interface Wanted<C> {
  /** What to show, and what to show instead when it fails, in this order. */
  candidates: readonly Showing<C>[]
  /** What comes afterwards, prepared ahead. */
  next: Showing<C> | null
}

export type StageEvent<C> =
  | { type: 'wanted'; wanted: Wanted<C>; nowMs: number }
  | { type: 'ready'; key: string }
  | { type: 'failed'; key: string; nowMs: number }
  | { type: 'faded'; key: string }

/** A scene that is not ready after this long counts as failed. */
export const READY_WITHIN_MS = 10_000
const TRY_AGAIN_AFTER_MS = 60_000

/** A stage with nothing on it. */
export function emptyStage<C>(): StageState<C> {
  return {
    layers: [],
    shownKey: null,
    leavingKey: null,
    isCut: false,
    targetKey: null,
    failed: {},
    wanted: { candidates: [], next: null },
  }
}

/**
 * The double buffer: whatever is wanted is mounted out of sight, shown once it is ready, and until then the picture that
 * was there stays. A failing scene is passed over for the next candidate; nothing here can empty a stage that had a
 * picture, except that very picture failing.
 */
export function onStage<C>(state: StageState<C>, event: StageEvent<C>): StageState<C> {
  switch (event.type) {
    case 'wanted': {
      const failed = Object.fromEntries(Object.entries(state.failed).filter(([, retryAtMs]) => retryAtMs > event.nowMs))
      return settle({ ...state, failed, wanted: event.wanted })
    }
    case 'ready':
      return settle({
        ...state,
        layers: state.layers.map((layer) => (layer.key === event.key ? { ...layer, state: 'ready' } : layer)),
      })
    case 'failed':
      return settle({
        ...state,
        failed: { ...state.failed, [event.key]: event.nowMs + TRY_AGAIN_AFTER_MS },
        shownKey: state.shownKey === event.key ? null : state.shownKey,
        leavingKey: state.leavingKey === event.key ? null : state.leavingKey,
        layers: state.layers.filter((layer) => layer.key !== event.key),
      })
    case 'faded':
      return state.shownKey === event.key ? settle({ ...state, leavingKey: null }) : state
  }
}

/** Is something wanted, and can nothing of it be shown? */
export function isBare<C>(state: StageState<C>): boolean {
  return state.wanted.candidates.length > 0 && state.shownKey === null && state.targetKey === null
}

function settle<C>(state: StageState<C>): StageState<C> {
  const usable = (showing: Showing<C>): boolean => state.failed[showing.key] === undefined
  const target = state.wanted.candidates.find(usable) ?? null
  const isReady = state.layers.some((layer) => layer.key === target?.key && layer.state === 'ready')
  const appears = target !== null && isReady && target.key !== state.shownKey
  const shownKey = appears ? target.key : state.shownKey
  const leavingKey = appears ? state.shownKey : state.leavingKey
  const isCut = appears ? target.cuts === true : state.isCut
  const next = state.wanted.next !== null && usable(state.wanted.next) ? [state.wanted.next] : []
  const kept = state.layers.filter((layer) => layer.key === shownKey || layer.key === leavingKey)
  const layers = withShowings(kept, state.layers, target === null ? next : [target, ...next])
  return { ...state, layers, shownKey, leavingKey, isCut, targetKey: target?.key ?? null }
}

function withShowings<C>(
  kept: readonly Layer<C>[],
  mounted: readonly Layer<C>[],
  showings: readonly Showing<C>[],
): Layer<C>[] {
  return showings.reduce<Layer<C>[]>(
    (layers, showing) =>
      layers.some((layer) => layer.key === showing.key)
        ? layers
        : [...layers, mounted.find((layer) => layer.key === showing.key) ?? { ...showing, state: 'preparing' }],
    [...kept],
  )
}
