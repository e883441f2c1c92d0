import { type KioskLanguage, SittingInput, type SittingView, type Texts } from '@akari/protocol'
import { TIME_ZONE, toInstant, toLocal } from '../../parts/local-time.ts'

/** What is pasted as lines of text. */
export const PASTED_ROWS = ['agenda', 'speakers'] as const
export type PastedRows = (typeof PASTED_ROWS)[number]

/** A plan as it is being written; `pasted`: text that is not in its rows yet, `pastedIn`: its language, Japanese where none is named. */
export type SittingDraft = Omit<SittingInput, 'version'> & {
  pasted?: Partial<Record<PastedRows, string>>
  pastedIn?: Partial<Record<PastedRows, KioskLanguage>>
}

/** What keeps a plan from being saved; also the end of the id of its field. */
export type SittingFault = 'title' | 'endsAt' | 'agenda' | 'speakers' | 'recordingUrl' | 'streamId'

const HOURS = 2
const LONGEST_MS = 24 * 3600_000

/** A sitting that begins at ten on `day` (`YYYY-MM-DD`), tomorrow where none is named. */
export function blankSitting(day: string | null, nowMs: number): SittingDraft {
  const tomorrow = toLocal(nowMs + 86_400_000, TIME_ZONE).slice(0, 10)
  const startsAt = toInstant(`${day ?? tomorrow}T10:00`, TIME_ZONE)
  return {
    title: { ja: '' },
    startsAt,
    endsAt: new Date(Date.parse(startsAt) + HOURS * 3600_000).toISOString(),
    agenda: [],
    speakers: [],
    streamId: null,
    recordingUrl: null,
    isRecorded: false,
    targets: { displayIds: [], groups: [] },
    opening: 'clerk',
    closing: 'clerk',
    countdownMinutes: 30,
    afterMinutes: 15,
  }
}

/** The next sitting like this one: a week later, at the same times, recorded somewhere else. */
export function nextLike(sitting: SittingView): SittingDraft {
  const later = (at: string): string => new Date(Date.parse(at) + 7 * 86_400_000).toISOString()
  return {
    ...draftOf(sitting),
    startsAt: later(sitting.startsAt),
    endsAt: later(sitting.endsAt),
    recordingUrl: null,
  }
}

/** The plan of a sitting without how it stands. */
export function draftOf(sitting: SittingView): SittingDraft {
  const { title, startsAt, endsAt, agenda, speakers, streamId, recordingUrl, isRecorded, targets } = sitting
  const { opening, closing, countdownMinutes, afterMinutes, silent } = sitting
  return {
    title,
    startsAt,
    endsAt,
    agenda,
    speakers,
    streamId,
    recordingUrl,
    isRecorded,
    targets,
    opening,
    closing,
    countdownMinutes,
    afterMinutes,
    ...(silent === true && { silent }),
  }
}

export function sittingFaults(draft: SittingDraft): SittingFault[] {
  const lastsMs = Date.parse(draft.endsAt) - Date.parse(draft.startsAt)
  const needsStream = draft.opening === 'stream' || draft.closing === 'stream'
  return [
    ...(isEmpty(draft.title) ? ['title' as const] : []),
    ...(lastsMs > 0 && lastsMs <= LONGEST_MS ? [] : ['endsAt' as const]),
    ...(draft.agenda.some(({ title }) => isEmpty(title)) ? ['agenda' as const] : []),
    ...(draft.speakers.some(({ name, party }) => isEmpty(name) || (party !== undefined && isEmpty(party)))
      ? ['speakers' as const]
      : []),
    ...(SittingInput.shape.recordingUrl.safeParse(draft.recordingUrl).success ? [] : ['recordingUrl' as const]),
    ...(needsStream && draft.streamId === null ? ['streamId' as const] : []),
  ]
}

/** What is pasted that is not in the rows yet. */
export function pendingRows({ pasted = {} }: SittingDraft): PastedRows[] {
  return PASTED_ROWS.filter((of) => pasted[of] !== undefined)
}

/** The language of what is pasted; null while nothing is. */
export function pastedLanguage({ pasted = {}, pastedIn = {} }: SittingDraft, of: PastedRows): KioskLanguage | null {
  return pasted[of] === undefined ? null : (pastedIn[of] ?? 'ja')
}

/** The draft with this text pasted in a language; blank: with none. */
export function withPasted(draft: SittingDraft, of: PastedRows, text: string, language: KioskLanguage): SittingDraft {
  const { pasted = {}, pastedIn = {}, ...plan } = draft
  const { [of]: _text, ...others } = pasted
  const { [of]: _language, ...othersIn } = pastedIn
  const isBlank = text.trim() === ''
  const next = isBlank ? others : { ...others, [of]: text }
  const nextIn = isBlank || language === 'ja' ? othersIn : { ...othersIn, [of]: language }
  return {
    ...plan,
    ...(Object.keys(next).length > 0 && { pasted: next }),
    ...(Object.keys(nextIn).length > 0 && { pastedIn: nextIn }),
  }
}

/** Ready to be sent; null while something is missing, or pasted and not taken. */
export function writtenSitting(draft: SittingDraft, version: number): SittingInput | null {
  const parsed = SittingInput.safeParse({ ...draft, version })
  const isWhole = sittingFaults(draft).length === 0 && pendingRows(draft).length === 0
  return parsed.success && isWhole ? parsed.data : null
}

/** Every text of a plan. */
export function sittingTexts({ title, agenda, speakers }: SittingDraft): Texts[] {
  return [
    title,
    ...agenda.map((item) => item.title),
    ...speakers.flatMap(({ name, party }) => [name, ...(party === undefined ? [] : [party])]),
  ]
}

function isEmpty({ ja }: Texts): boolean {
  return ja.trim() === ''
}
