import type { BoardScene } from '@akari/protocol'
import type { NearestKind } from '@akari/wayfinding'

/** Who walks: what a visitor chooses between. */
export const WALKERS = ['shortest', 'step-free', 'stroller', 'tactile'] as const
export type Walker = (typeof WALKERS)[number]

/** Where somebody wants to go. */
export type Goal = { kind: 'place'; id: string } | { kind: 'nearest'; what: NearestKind }

/** What the kiosk shows. */
export type KioskScreen =
  | { at: 'home' }
  | { at: 'errands' }
  | { at: 'floors'; levelId: string | null }
  | { at: 'search'; typed: string }
  | { at: 'nearest' }
  | { at: 'faqs' }
  | { at: 'faq'; id: string }
  | { at: 'shelters' }
  | { at: 'place'; id: string; errandId: string | null }
  | { at: 'route'; goal: Goal; step: number }
  /** A board of the programme: buses, weather, Wi-Fi… */
  | { at: 'board'; kind: BoardScene['kind'] }
  | { at: 'recordings' }
  /** A recorded sitting, from there on (ms from its beginning). */
  | { at: 'recording'; id: string; atMs: number }
  /** What was said in it. */
  | { at: 'said'; id: string; typed: string }

export const VOLUMES = [0, 1, 2, 3] as const
export type Volume = (typeof VOLUMES)[number]
/** Loudness of each step of the visitor's choice, of what the display itself is set to. */
export const LOUDNESS = [0, 0.35, 0.65, 1] as const

/** How a visitor wants the kiosk to be; forgotten with the visit. */
export interface Comfort {
  large: boolean
  contrast: boolean
  aloud: boolean
  low: boolean
  volume: Volume
  walker: Walker
}
export type Switch = 'large' | 'contrast' | 'aloud' | 'low'

/** One visit: the way taken through the screens, the shown one last, and what was chosen on it. */
export interface Visit {
  trail: readonly KioskScreen[]
  choosingLanguage: boolean
  comfort: Comfort
}

export type KioskEvent =
  | { type: 'opened'; screen: KioskScreen }
  | { type: 'back' }
  | { type: 'home' }
  | { type: 'typed'; text: string }
  | { type: 'letter'; letter: string }
  | { type: 'level'; levelId: string }
  | { type: 'step'; step: number }
  /** How far a recording was watched, however it was left. */
  | { type: 'watched'; id: string; atMs: number }
  | { type: 'walker'; walker: Walker }
  | { type: 'switched'; what: Switch }
  | { type: 'volume'; volume: Volume }
  | { type: 'languages'; shown: boolean }
  /** A hand was held on the glass. */
  | { type: 'held' }
  /** Somebody finished, or went away: the kiosk is the loop again. */
  | { type: 'ended' }

/** Screens that one can go back through; the earliest are forgotten. */
export const LONGEST_TRAIL = 24
/** Letters that anybody types to find a place. */
export const LONGEST_TYPED = 40

const HOME: KioskScreen = { at: 'home' }
const USUAL: Comfort = { large: false, contrast: false, aloud: false, low: false, volume: 2, walker: 'shortest' }

/** A visitor has touched the loop. */
export function newVisit(): Visit {
  return { trail: [HOME], choosingLanguage: false, comfort: USUAL }
}

/** What is shown of a visit. */
export function shownIn({ trail }: Visit): KioskScreen {
  return trail.at(-1) ?? HOME
}

/** A visit after something happened; null when it is over, and nothing of it is left. */
export function afterKioskEvent(visit: Visit, event: KioskEvent): Visit | null {
  switch (event.type) {
    case 'ended':
      return null
    case 'opened':
      return shows(visit, [...visit.trail, event.screen].slice(-LONGEST_TRAIL))
    case 'back':
      if (visit.choosingLanguage) return { ...visit, choosingLanguage: false }
      return shows(visit, visit.trail.length > 1 ? visit.trail.slice(0, -1) : [HOME])
    case 'home':
      return shows(visit, [HOME])
    case 'typed':
      return types(visit, () => event.text)
    case 'letter':
      return types(visit, (typed) => typed + event.letter)
    case 'watched':
      return { ...visit, trail: visit.trail.map((screen) => watchedTo(screen, event)) }
    case 'level':
      return onScreen(visit, 'floors', (screen) => ({ ...screen, levelId: event.levelId }))
    case 'step':
      return onScreen(visit, 'route', (screen) => ({ ...screen, step: Math.max(0, Math.trunc(event.step)) }))
    case 'walker': {
      // Another way is another set of steps: it is told from its beginning.
      const again = onScreen(visit, 'route', (screen) => ({ ...screen, step: 0 }))
      return { ...again, comfort: { ...visit.comfort, walker: event.walker } }
    }
    case 'switched':
      return { ...visit, comfort: { ...visit.comfort, [event.what]: !visit.comfort[event.what] } }
    case 'volume':
      return { ...visit, comfort: { ...visit.comfort, volume: event.volume } }
    case 'languages':
      return { ...visit, choosingLanguage: event.shown }
    case 'held':
      return canBeHeld(visit) ? { ...visit, comfort: readAloud(visit.comfort) } : visit
  }
}

/** Read to somebody who cannot see that the sound is off. */
function readAloud(comfort: Comfort): Comfort {
  return { ...comfort, aloud: true, volume: comfort.volume === 0 ? USUAL.volume : comfort.volume }
}

/** On the first screen alone: elsewhere a hand that rests on the glass reads, or moves a map. */
export function canBeHeld(visit: Visit): boolean {
  return shownIn(visit).at === 'home' && !visit.choosingLanguage
}

/** Changes what is typed, on a screen where one types. */
function types(visit: Visit, change: (typed: string) => string): Visit {
  const typed = <Screen extends { typed: string }>(screen: Screen): Screen => {
    return { ...screen, typed: change(screen.typed).slice(0, LONGEST_TYPED) }
  }
  return onScreen(onScreen(visit, 'search', typed), 'said', typed)
}

/** Whoever comes back goes on where they were. */
function watchedTo(screen: KioskScreen, { id, atMs }: { id: string; atMs: number }): KioskScreen {
  return screen.at === 'recording' && screen.id === id ? { ...screen, atMs: Math.max(0, Math.trunc(atMs)) } : screen
}

function shows(visit: Visit, trail: readonly KioskScreen[]): Visit {
  return { ...visit, trail, choosingLanguage: false }
}

/** Changes the shown screen where it is of that kind: what comes late, for a screen that was left, changes nothing. */
function onScreen<At extends KioskScreen['at']>(
  visit: Visit,
  at: At,
  change: (screen: Extract<KioskScreen, { at: At }>) => KioskScreen,
): Visit {
  const shown = shownIn(visit)
  if (!isAt(shown, at)) return visit
  return { ...visit, trail: [...visit.trail.slice(0, -1), change(shown)] }
}

function isAt<At extends KioskScreen['at']>(screen: KioskScreen, at: At): screen is Extract<KioskScreen, { at: At }> {
  return screen.at === at
}
