import type { Layer } from '@akari/protocol'
import type { PanelState } from './panel-driver.ts'

/** What the glass asks of the panel. `urgent`: an alert, or the way out on battery, whoever switched the panel off. */
export type Wish = { panel: PanelState; urgent: boolean }

/** How it was before something urgent lit it, to be put back; and what was wished last. */
export type Plan = { wish: Wish; before: PanelState | 'unknown' }

export const AT_START: Plan = { wish: { panel: 'on', urgent: false }, before: 'unknown' }

export function wishOf(direction: { panel: PanelState; layer: Layer; overlays: readonly unknown[] }): Wish {
  const { panel, layer, overlays } = direction
  return { panel, urgent: layer === 'emergency' || layer === 'power' || (panel === 'on' && overlays.length > 0) }
}

/**
 * What to switch when the wish changes, null: nothing. `found`: how the panel says it is. An everyday wish is acted on when it
 * changes and not again, so that somebody may switch a panel by hand; an urgent one for as long as the panel is not on; and
 * after it the panel is as it was, where that is still what the hours say.
 */
export function planned(
  plan: Plan,
  wish: Wish,
  found: PanelState | 'unknown',
): { plan: Plan; order: PanelState | null } {
  if (wish.urgent) {
    const before = plan.wish.urgent ? plan.before : found
    return { plan: { wish, before }, order: found === 'on' && plan.wish.urgent ? null : 'on' }
  }
  if (plan.wish.urgent) {
    const back = wish.panel === 'off' || plan.before === 'off' ? 'off' : null
    return { plan: { wish, before: 'unknown' }, order: back }
  }
  return { plan: { wish, before: 'unknown' }, order: wish.panel === plan.wish.panel ? null : wish.panel }
}
