import type { DisplayStatus, DisplayView } from '@akari/protocol'

/** How a display is, for people: one that somebody works on is neither well nor missing. */
export const STATES = ['online', 'trouble', 'offline', 'maintenance', 'unpaired'] as const
export type DisplayState = DisplayStatus | 'maintenance'

/** Does a display answer? */
export function isConnected({ status }: Pick<DisplayView, 'status'>): boolean {
  return status === 'online' || status === 'trouble'
}

export function stateOf({ status, maintenance }: Pick<DisplayView, 'status' | 'maintenance'>): DisplayState {
  return maintenance === undefined ? status : 'maintenance'
}
