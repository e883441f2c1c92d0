import type { Overlay } from '@akari/programme'
import type { Alert, Channel } from '@akari/protocol'
import type { View } from '../glass/view.ts'

/** What is to be heard now. The same `key` is the same message: heard once, however often its state arrives. */
export type DueSound = { key: string; channel: Channel; alert: Alert }

/** The most pressing alert on the glass that makes a sound; null where nothing does. */
export function dueSound(view: View, strips: readonly Overlay[]): DueSound | null {
  const onGlass: readonly { channel: Channel; alert: Alert }[] =
    view.kind === 'emergency' ? view.alerts.map((alert) => ({ channel: view.channel, alert })) : strips
  const first = onGlass.find(({ alert }) => isHeard(alert))
  return first === undefined ? null : { key: keyOf(first.channel, first.alert), ...first }
}

function isHeard({ handling }: Alert): boolean {
  return handling != null && (handling.sound.chime !== 'none' || handling.sound.speak)
}

/** A graver level, another class, a higher 震度 or the end of it is another message; a later serial of the same is not. */
function keyOf(channel: Channel, { id, phase, level, class: kind, intensity, words }: Alert): string {
  return JSON.stringify([channel, id, phase, level, kind, intensity?.to ?? null, words.headline.ja])
}
