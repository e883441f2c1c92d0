import type { Alert, AlertTemplate, Channel, Delivery, DisplayView, Language } from '@akari/protocol'

export type Target = Alert['target']

/** What a press would do: on which displays, in which languages, and which of them cannot be reached now. */
export type Effect = {
  displays: readonly DisplayView[]
  outOfReach: readonly DisplayView[]
  languages: readonly Language[]
}

/** Languages the glass uses in an emergency before a visitor chooses another. */
const ON_THE_GLASS: readonly Language[] = ['ja', 'en']

/** Works out the effect, so that it can be said in words and numbers before it happens. */
export function effectOf(
  template: Pick<AlertTemplate, 'words'>,
  target: Target,
  displays: readonly DisplayView[],
): Effect {
  const paired = displays.filter((display) => display.status !== 'unpaired')
  const meant = target.kind === 'all' ? paired : paired.filter((display) => target.displayIds.includes(display.id))
  return {
    displays: meant,
    outOfReach: meant.filter((display) => display.status === 'offline'),
    languages: ON_THE_GLASS.filter((language) => template.words.headline[language] !== undefined),
  }
}

/** The prepared alerts that a channel offers: what says of itself that it is a drill is none of the live ones. */
export function templatesFor(channel: Channel, templates: readonly AlertTemplate[]): readonly AlertTemplate[] {
  return channel === 'drill' ? templates : templates.filter(({ drillOnly }) => drillOnly !== true)
}

/** What staff are to know of a delivery: its status, or that the display looks and does not find it on its own glass. */
export type Standing = Delivery['status'] | 'notSeen'

/** The best first. */
export const STANDINGS = [
  'seen',
  'shown',
  'notSeen',
  'received',
  'waiting',
  'unreachable',
] as const satisfies Standing[]

export function standingOf({ status, notSeen }: Delivery): Standing {
  return status === 'shown' && notSeen ? 'notSeen' : status
}

/** Displays that have not answered come first, after them those that look and do not find it on their own glass. */
export function byUrgency(deliveries: readonly Delivery[]): Delivery[] {
  const urgency = (delivery: Delivery): number => -STANDINGS.indexOf(standingOf(delivery))
  return deliveries.toSorted((a, b) => urgency(a) - urgency(b) || a.name.localeCompare(b.name, 'ja'))
}

/** How many displays are at each stage. */
export function countsOf(deliveries: readonly Delivery[]): Record<Standing, number> {
  const counts = { seen: 0, shown: 0, notSeen: 0, received: 0, waiting: 0, unreachable: 0 }
  for (const delivery of deliveries) counts[standingOf(delivery)] += 1
  return counts
}

/**
 * How many displays show it, as far as each can know: a display whose host cannot look at its pixels has done all it can
 * once it painted, one whose host looks and does not find it has not.
 */
export function showingOf(deliveries: readonly Delivery[]): { showing: number; missing: readonly Delivery[] } {
  const missing = byUrgency(deliveries.filter((delivery) => !['seen', 'shown'].includes(standingOf(delivery))))
  return { showing: deliveries.length - missing.length, missing }
}

/** The alert a template would become, for its preview. */
export function previewOf(
  template: AlertTemplate,
  channel: Channel,
  sentAt: string,
  sender: Alert['source']['name'],
): Alert {
  return {
    id: `preview-${template.id}`,
    source: { kind: 'operator', name: sender, reference: `preview ${channel}` },
    category: 'Safety',
    urgency: 'Immediate',
    severity: 'Severe',
    certainty: 'Observed',
    hazard: template.hazard,
    level: template.level,
    class: null,
    intensity: null,
    phase: 'inForce',
    target: { kind: 'all' },
    presentation: template.presentation,
    words: template.words,
    sentAt,
    expiresAt: null,
  }
}
