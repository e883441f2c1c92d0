import { WHOLE } from '@akari/protocol'
import type { DraftItem, DraftScene, EntryInput, Texts } from '@akari/protocol'
import type { MediaAsset, TargetDisplay } from '../programme/content.ts'

/** Small building blocks for tests of the content features. */
export const EVERY_DAY: EntryInput['rule'] = {
  start: '2026-04-01T08:30',
  durationMinutes: 525,
  timeZone: 'Asia/Tokyo',
  rrule: 'FREQ=DAILY',
  exdates: [],
  rdates: [],
}

export function inEveryLanguage(text: string): Texts {
  return { ja: text, 'ja-x-easy': text, en: text, 'zh-Hans': text, ko: text }
}

export function item(id: string, scene: DraftScene): DraftItem {
  return { id, seconds: 10, scene, validFrom: null, validUntil: null }
}

export function notice(text: string): DraftScene {
  return { kind: 'notice', title: inEveryLanguage(text), body: inEveryLanguage(text) }
}

export function display(id: string, changes: Partial<TargetDisplay> = {}): TargetDisplay {
  return {
    id,
    profile: {
      name: `端末 ${id}`,
      widthPx: 1920,
      heightPx: 1080,
      mmPerPx: 0.6,
      viewingDistanceM: 3,
      touch: true,
      kioskId: null,
    },
    groups: [],
    tags: [],
    defaultPlaylistId: null,
    ...changes,
  }
}

export function image(id: string, digit: string, changes: Partial<MediaAsset> = {}): MediaAsset {
  return {
    id,
    kind: 'image',
    title: inEveryLanguage(id),
    alt: null,
    validFrom: null,
    validUntil: null,
    framing: WHOLE,
    playable: true,
    file: { sha256: digit.repeat(64), bytes: 10, mediaType: 'image/png' },
    width: 1000,
    height: 500,
    variantOf: null,
    language: null,
    levels: [],
    renditions: [],
    ...changes,
  }
}
