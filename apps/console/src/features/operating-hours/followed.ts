import type { DisplayView, HoursView } from '@akari/protocol'

/** The hours that a display follows: its own, else those of its first group in order; null: it is always on. */
export function followedBy(display: Pick<DisplayView, 'id' | 'groups'>, all: readonly HoursView[]): HoursView | null {
  const own = all.find(({ of }) => of.kind === 'display' && of.displayId === display.id)
  // The server lists groups in their order.
  return own ?? all.find(({ of }) => of.kind === 'group' && display.groups.includes(of.group)) ?? null
}
