import type { Direction, Reason } from '@akari/programme'
import { isHeard, type Programme, singleScenesOf, type Texts } from '@akari/protocol'

/** What is heard of a display, and from when on. */
export type Heard = {
  fromMs: number
  volume: number
  /** What is heard; null: it has no title. */
  title: Texts | null
  playlistName: string
}

export type HeardAhead = {
  heard: Heard[]
  /** Why most of the moments that were looked at are silent; null: none is, or nothing says why. */
  silence: SoundOff | null
  /** So far it was looked. */
  lookedToMs: number
}

type SoundOff = Extract<Reason, { code: 'sound-off' }>

/** So many decisions take some hundredths of a second; a page looks ahead for many displays. */
const STEPS = 600

/**
 * The first `most` items that are heard from a moment on, before `toMs`, with the decisions of `decide` (`direct` at that moment,
 * Unix milliseconds). What is heard again and again is told once, with the first time.
 */
export function heardAhead(decide: (ms: number) => Direction, fromMs: number, toMs: number, most: number): HeardAhead {
  const heard = new Map<string, Heard>()
  const silences = new Map<SoundOff['because'], { off: SoundOff; times: number }>()
  let ms = fromMs
  for (let step = 0; step < STEPS && ms < toMs && heard.size < most; step++) {
    const direction = decide(ms)
    const off = direction.reasons.find((reason) => reason.code === 'sound-off')
    if (off !== undefined) silences.set(off.because, { off, times: (silences.get(off.because)?.times ?? 0) + 1 })
    const now = heardOf(direction, ms)
    if (now !== null && !heard.has(now.key)) heard.set(now.key, now.heard)
    ms = Math.min(toMs, afterThat(direction, off))
  }
  const [frequent] = [...silences.values()].toSorted((a, b) => b.times - a.times)
  return { heard: [...heard.values()], silence: frequent?.off ?? null, lookedToMs: ms }
}

/** When something else may be heard: outside of all sound hours not before the next ones. */
function afterThat({ validUntil }: Direction, off: SoundOff | undefined): number {
  const untilMs = Date.parse(validUntil)
  if (off?.because !== 'outside-hours') return untilMs
  return off.nextAt === null ? Number.POSITIVE_INFINITY : Math.max(untilMs, Date.parse(off.nextAt))
}

/** What is heard at a moment; the same `key` is the same item. */
function heardOf({ sound, scene, item, zones }: Direction, fromMs: number): { key: string; heard: Heard } | null {
  if (sound === undefined) return null
  const zone = zones?.find(({ id }) => id === sound.zoneId)
  const source = zone === undefined ? scene : zone.scene
  const shown = zone?.item ?? item
  const title = source !== null && 'title' in source ? source.title : null
  const { soundId, volume, zoneId } = sound
  return {
    key: JSON.stringify([soundId, zoneId, shown?.playlistId ?? null, shown?.itemId ?? null]),
    heard: { fromMs, volume, title, playlistName: shown?.playlistName ?? '' },
  }
}

/** Has this programme anything that could be heard at all? */
export function hasAnythingToHear({ playlists }: Programme): boolean {
  return playlists.some(({ items }) => items.some(({ scene }) => singleScenesOf(scene).some(isHeard)))
}
