import type { DisplayView, WatchSettings } from '@akari/protocol'
import { filled, type Sentence } from '../../sentence.ts'
import texts from './fleet.texts.json' with { type: 'json' }
import type { Mail } from './mailer.ts'

/** A display that people are told of: away, or heard again, `since` then. */
export type Told = { display: DisplayView; since: string }

/** One that was heard again; `reminded`: the next in line were told of it, too. */
export type Over = Told & { reminded: boolean }

/** `missed`: for the first time; `still`: a reminder; `back`: over. */
export type Occasion = 'missed' | 'still' | 'back'

type Given = {
  occasion: Occasion
  to: readonly string[]
  told: readonly Told[]
  /** All displays, to say whether a whole group is gone. */
  displays: readonly DisplayView[]
  settings: WatchSettings
  publicUrl: string | null
  timeZone: string
}

/** Two displays that fall silent together are no chance; what they share is looked at first. */
const TOGETHER = 2

/**
 * What whoever is woken by it has to know, Japanese first: which display, since when, how it was when last heard, and what to
 * do next. Several displays are one mail, told by group; a group that is gone as a whole is said to be.
 */
export function alarmMail(given: Given): Mail {
  const { occasion, to, told } = given
  const inOne = (language: keyof Sentence): string =>
    [
      filled(texts[LEADS[occasion]][language], valuesOf(given, language)),
      '',
      ...groupsOf(told).flatMap(([group, members]) => groupLines(given, group, members, language)),
      ...(occasion === 'back' ? [] : stepLines(given, language)),
      ...linkLines(given, language),
    ].join('\n')
  return {
    to,
    subject: filled(texts[SUBJECTS[occasion][told.length === 1 ? 'one' : 'many']].ja, valuesOf(given, 'ja')),
    body: `${inOne('ja')}\n\n--\n\n${inOne('en')}\n`,
  }
}

/** Who is told that it is over: the next in line only of what they were told before. One mail where that is all of it. */
export function toldOver(
  over: readonly Over[],
  { mailTo, alsoTo }: Pick<WatchSettings, 'mailTo' | 'alsoTo'>,
): { to: readonly string[]; told: readonly Told[] }[] {
  const nextInLine = alsoTo.filter((address) => !mailTo.includes(address))
  const reminded = over.filter((each) => each.reminded)
  if (reminded.length === over.length) return [{ to: [...mailTo, ...nextInLine], told: over }]
  return [
    { to: mailTo, told: over },
    { to: nextInLine, told: reminded },
  ]
}

const LEADS = { missed: 'offlineLead', still: 'stillLead', back: 'backLead' } as const
const SUBJECTS = {
  missed: { one: 'offlineSubjectOne', many: 'offlineSubject' },
  still: { one: 'stillSubjectOne', many: 'stillSubject' },
  back: { one: 'backSubjectOne', many: 'backSubject' },
} as const

function valuesOf({ told, settings, timeZone }: Given, language: keyof Sentence): Record<string, string> {
  const [first] = told
  return {
    count: String(told.length),
    minutes: String(settings.offlineAfterMinutes),
    name: first?.display.profile.name ?? '',
    since: first === undefined ? '' : timeWords(first.since, timeZone, language),
  }
}

/** By the first of their groups, in the order of their names. */
function groupsOf(told: readonly Told[]): [group: string, members: Told[]][] {
  const groups = Map.groupBy(told, ({ display }) => display.groups[0] ?? '')
  return [...groups].toSorted(([a], [b]) => a.localeCompare(b, 'ja'))
}

function groupLines({ displays, occasion, timeZone }: Given, group: string, members: Told[], language: keyof Sentence) {
  const all = displays.filter(({ groups, canary }) => (groups[0] ?? '') === group && canary !== true).length
  const heading =
    group !== '' && members.length === all && all >= TOGETHER && occasion !== 'back' ? texts.wholeGroup : texts.group
  const lines = members.map(({ display, since }) =>
    [
      filled(texts[occasion === 'back' ? 'backLine' : 'line'][language], {
        name: display.profile.name,
        since: timeWords(since, timeZone, language),
      }),
      ...(occasion === 'back' ? [] : [`  ${lastState(display, language)}`]),
    ].join('\n'),
  )
  const values = {
    group: group === '' ? texts.noGroup[language] : group,
    count: String(members.length),
    all: String(all),
  }
  return [filled(heading[language], values), ...lines, '']
}

/** How it was when it was last heard: its power, what was on its glass, and its faults. */
function lastState({ health }: DisplayView, language: keyof Sentence): string {
  if (health === null) return texts.lastUnknown[language]
  const { power, onGlass, faults } = health
  const onBattery = power?.source === 'battery'
  const charge = power?.chargePercent
  const title = onGlass?.title
  const shown =
    title == null ? (onGlass === null ? null : texts.layers[onGlass.layer][language]) : (title[language] ?? title.ja)
  const parts = [
    ...(onBattery
      ? [
          charge === undefined
            ? texts.lastBattery[language]
            : filled(texts.lastBatteryAt[language], { percent: String(Math.round(charge)) }),
        ]
      : []),
    ...(shown === null ? [] : [filled(texts.lastShown[language], { title: shown })]),
    ...(faults.length === 0
      ? []
      : [filled(texts.lastFaults[language], { faults: faults.map(({ code }) => code).join(', ') })]),
  ]
  const words = parts.length === 0 ? texts.lastNothing[language] : parts.join(texts.between[language])
  return filled(texts.lastState[language], { words })
}

/** What to do, in this order: what several share, a cut of the mains, the one device. */
function stepLines({ told }: Given, language: keyof Sentence): string[] {
  const onBattery = told.some(({ display }) => display.health?.power?.source === 'battery')
  const steps = [
    ...(told.length >= TOGETHER ? [texts.stepShared] : []),
    ...(onBattery ? [texts.stepMains] : []),
    texts.stepLook,
    texts.stepDevice,
    texts.stepMaintenance,
  ]
  return [texts.steps[language], ...steps.map((step, n) => `${n + 1}. ${step[language]}`), '']
}

function linkLines({ told, publicUrl }: Given, language: keyof Sentence): string[] {
  if (publicUrl === null) return []
  const [first] = told
  const page =
    told.length === 1 && first !== undefined ? `/displays/${encodeURIComponent(first.display.id)}` : '/displays'
  return [filled(texts.consoleAt[language], { url: `${publicUrl}${page}` })]
}

function timeWords(at: string, timeZone: string, language: keyof Sentence): string {
  const time = {
    timeZone,
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: '2-digit',
    hourCycle: 'h23',
  } as const
  return new Intl.DateTimeFormat(language === 'ja' ? 'ja' : 'en-GB', time).format(new Date(at))
}
