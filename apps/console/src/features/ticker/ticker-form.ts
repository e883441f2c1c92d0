import { isAimless } from '@akari/programme'
import type { EntryInput, EntryTargets, EntryView, PlaylistInput, PlaylistView } from '@akari/protocol'

/** A line as staff write it: a short heading and what it says, in Japanese and English; where and on which days. */
export type TickerForm = {
  heading: { ja: string; en: string }
  text: { ja: string; en: string }
  targets: EntryTargets
  fromDay: string
  untilDay: string | null
  daypartId: string | null
}

const SECONDS = 15
const WHOLE_DAY = 1440

/** The playlist that a line is: one notice. */
export function playlistOf(form: TickerForm, before: PlaylistView | null): PlaylistInput {
  const texts = ({ ja, en }: { ja: string; en: string }) => ({
    ja: ja.trim(),
    ...(en.trim() === '' ? {} : { en: en.trim() }),
  })
  const [item] = before?.items ?? []
  const others = item?.scene.kind === 'notice' ? item.scene : null
  return {
    name: before?.name ?? nameOf(form),
    items: [
      {
        id: item?.id ?? 'line',
        seconds: item?.seconds ?? SECONDS,
        // Languages that somebody added elsewhere stay.
        scene: {
          kind: 'notice',
          title: { ...others?.title, ...texts(form.heading) },
          body: { ...others?.body, ...texts(form.text) },
        },
        validFrom: null,
        validUntil: null,
      },
    ],
    version: before?.version ?? 0,
  }
}

/** The entry that shows it: every day from the first to the last, all day or at the times of a daypart. */
export function entryOf(form: TickerForm, playlistId: string, timeZone: string, before: EntryView | null): EntryInput {
  return {
    name: nameOf(form),
    playlistId,
    targets: form.targets,
    priority: before?.priority ?? 'normal',
    role: { kind: 'overlay' },
    rule: {
      start: `${form.fromDay}T00:00`,
      durationMinutes: WHOLE_DAY,
      timeZone,
      rrule: 'FREQ=DAILY',
      exdates: before?.rule.exdates ?? [],
      rdates: before?.rule.rdates ?? [],
      ...(form.daypartId === null ? { allDay: true } : { daypartId: form.daypartId }),
      ...(form.untilDay === null ? {} : { until: form.untilDay }),
    },
    version: before?.version ?? 0,
  }
}

/** The form that says a line; null for one that was made otherwise and must not be rewritten by it. */
export function formOf(entry: EntryView, playlist: PlaylistView | undefined): TickerForm | null {
  const [item, ...more] = playlist?.items ?? []
  if (item?.scene.kind !== 'notice' || more.length > 0) return null
  const { rule, targets } = entry
  const plain = rule.rrule === 'FREQ=DAILY' && rule.from === undefined && rule.days === undefined
  if (!plain || (rule.allDay !== true && rule.daypartId === undefined)) return null
  const { title, body } = item.scene
  return {
    heading: { ja: title.ja, en: title.en ?? '' },
    text: { ja: body.ja, en: body.en ?? '' },
    targets,
    fromDay: rule.start.slice(0, 10),
    untilDay: rule.until ?? null,
    daypartId: rule.daypartId ?? null,
  }
}

/** Is there anything missing that it cannot be saved without? */
export function isComplete({ heading, text, targets }: TickerForm): boolean {
  return heading.ja.trim() !== '' && text.ja.trim() !== '' && !isAimless(targets)
}

function nameOf({ text }: TickerForm): string {
  return text.ja.trim().slice(0, 60)
}
