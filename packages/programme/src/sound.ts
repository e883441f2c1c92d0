import { type Id, isHeard, isSingle, type SingleScene } from '@akari/protocol'
import type { Moment, Plan } from './member.ts'
import type { Reason } from './reasons.ts'
import type { Playing } from './showing.ts'
import { momentOrNone, soundRuleAt } from './sound-spans.ts'
import type { ZoneOnGlass } from './zones.ts'

/** What is heard of the glass: `volume` in per cent (1–100), of one zone alone where it is a layout. */
export type Sound = { soundId: Id; volume: number; zoneId: Id | null }

/** What is heard, why, and until when that holds (Infinity: for as long as the same is shown). */
export type Sounding = { sound: Sound | null; reasons: Reason[]; changesAtMs: number }

/**
 * What is heard of a showing. Silent where no sound hours are set, outside of them, and where nobody knows the time. Of a layout
 * one zone is heard: a sitting before everything else, then the largest, then the first in reading order.
 */
export function soundAt(
  { programme, windows }: Plan,
  playing: Playing | null,
  zones: readonly ZoneOnGlass[],
  moment: Moment,
): Sounding {
  const nothing: Sounding = { sound: null, reasons: [], changesAtMs: Number.POSITIVE_INFINITY }
  const known = moment.timeKnown && windows.fromMs <= moment.ms && moment.ms < windows.toMs
  if (programme === null || playing === null || !known || windows.sound.length === 0) return nothing
  const { rule, changesAtMs: nextMs } = soundRuleAt(windows.sound, moment.ms)
  const changesAtMs = Math.min(nextMs, windows.toMs)
  const off = (reason: Reason): Sounding => ({ sound: null, reasons: [reason], changesAtMs })
  if (rule === null) return off({ code: 'sound-off', because: 'outside-hours', nextAt: momentOrNone(nextMs) })
  if (rule.volume === 0) return off({ code: 'sound-off', because: 'silent-hours', name: rule.name })
  const entry = programme.entries.find(({ id }) => id === playing.entryId)
  if (entry?.silent === true) return off({ code: 'sound-off', because: 'silent-entry' })
  if (playing.item.silent === true) return off({ code: 'sound-off', because: 'silent-item' })
  const source = sourceOf(playing, zones)
  if (source === 'none') return off({ code: 'sound-off', because: 'nothing-to-hear' })
  if (source === 'silent') return off({ code: 'sound-off', because: 'silent-item' })
  const { id: soundId, name, volume } = rule
  const { zoneId } = source
  const sound: Sound = { soundId, volume, zoneId }
  return { sound, reasons: [{ code: 'sound-on', ...sound, name, until: momentOrNone(nextMs) }], changesAtMs }
}

/** Where the sound comes from: the whole glass, a zone, or nowhere (`silent`: whatever could be heard may not be). */
function sourceOf(
  { item: { scene } }: Playing,
  zones: readonly ZoneOnGlass[],
): { zoneId: Id | null } | 'none' | 'silent' {
  if (isSingle(scene)) return isHeard(scene) ? { zoneId: null } : 'none'
  const heard = zones.flatMap((zone) =>
    zone.scene !== null && isHeard(zone.scene) ? [{ ...zone, scene: zone.scene }] : [],
  )
  if (heard.length === 0) return 'none'
  const [main] = heard.filter((zone) => !isSilent(zone)).toSorted(byImportance)
  return main === undefined ? 'silent' : { zoneId: main.id }
}

function isSilent({ item, loop }: ZoneOnGlass): boolean {
  return loop.some(({ id, silent }) => id === item?.itemId && silent === true)
}

type HeardZone = ZoneOnGlass & { scene: SingleScene }

function byImportance(a: HeardZone, b: HeardZone): number {
  return (
    Number(b.scene.kind === 'sitting') - Number(a.scene.kind === 'sitting') ||
    b.area.w * b.area.h - a.area.w * a.area.h ||
    a.area.y - b.area.y ||
    a.area.x - b.area.x
  )
}
