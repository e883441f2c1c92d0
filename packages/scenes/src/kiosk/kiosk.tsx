import { type GuideRecording, type KioskLanguage, withoutRuby } from '@akari/protocol'
import { type ReactElement, useCallback, useEffect, useMemo, useReducer, useRef } from 'react'
import type { SceneResources } from '../everyday/scene-props.ts'
import { AccessBar } from './access-bar.tsx'
import type { KioskRecordings } from './archive/kiosk-recordings.ts'
import type { KioskBuilding } from './building.ts'
import { afterKioskEvent, canBeHeld, type KioskEvent, newVisit, shownIn, type Visit } from './flow.ts'
import { KioskContext, type KioskView, type SingleBoard } from './kiosk-context.ts'
import { Keys } from './keys.tsx'
import { type KioskGlass, kioskVariables, lowShare } from './kiosk-scale.ts'
import { kioskWord } from './kiosk-words.ts'
import { LanguageScreen } from './language-choice.tsx'
import { Leaving } from './leaving.tsx'
import type { KioskTime } from './opening-time.ts'
import { ScreenOf } from './screens/screen-of.tsx'
import { useGhosts } from './use-ghosts.ts'
import { useHint } from './aloud/use-hint.ts'
import { type Idle, useLeaving } from './use-leaving.ts'
import { useLinear } from './aloud/use-linear.ts'
import { useSaying } from './aloud/use-saying.ts'
import type { KioskVoice } from './aloud/voice.ts'
import { ReadingFields } from './aloud/reading-fields.tsx'

export interface KioskProps {
  building: KioskBuilding
  /** Boards that the programme of this display shows, and where they find what they name. */
  boards: readonly SingleBoard[]
  resources: SceneResources
  /** Recorded sittings that this display offers; null: none. */
  archive: KioskRecordings | null
  /** Is something to be heard that films are not to talk over? */
  isHushed: boolean
  glass: KioskGlass
  language: KioskLanguage
  time: KioskTime
  voice: KioskVoice
  /** When the visit ends by itself; null: never. */
  idle: Idle | null
  /** When a hand, or the space bar, was last held for two seconds; null: not on this visit. */
  heldAtMs: number | null
  onLanguage: (language: KioskLanguage) => void
  /** Somebody is still there. */
  onStay: () => void
  /** Is it read to them? They take longer. */
  onListening: (listens: boolean) => void
  /** The visit is over: take the kiosk away, and nothing of it is left. */
  onEnd: () => void
}

const NO_RECORDINGS: readonly GuideRecording[] = []

const visitAfter = (visit: Visit | null, event: KioskEvent): Visit | null =>
  visit === null ? null : afterKioskEvent(visit, event)

/** One visit at the glass. All that it knows lives in this component: it keeps no address, no storage, no history. */
export function Kiosk(props: KioskProps): ReactElement | null {
  const { building, boards, resources, archive, isHushed, glass, language, time, voice, idle, heldAtMs } = props
  const { onLanguage, onStay, onListening, onEnd } = props
  const [visit, tell] = useReducer(visitAfter, null, newVisit)
  const isOver = visit === null
  useEffect(() => {
    if (isOver) onEnd()
  }, [isOver, onEnd])
  const aloud = visit?.comfort.aloud === true
  useEffect(() => onListening(aloud), [aloud, onListening])
  const volume = visit?.comfort.volume ?? 0
  const recordings = building.kit.guide.recordings ?? NO_RECORDINGS
  const {
    heard,
    isSilent,
    say,
    tell: announce,
    hint,
  } = useSaying({ voice, language, volume, aloud, recordings, onStay })
  const view = useMemo<KioskView | null>(
    () =>
      visit === null
        ? null
        : {
            building,
            boards,
            resources,
            archive,
            isHushed,
            language,
            time,
            tell,
            comfort: visit.comfort,
            choose: onLanguage,
            stay: onStay,
          },
    [visit, building, boards, resources, archive, isHushed, language, time, onLanguage, onStay],
  )
  const screen = visit === null ? '' : screenMark(visit, language)
  const { root, move } = useLinear({ aloud, screen, say })
  const end = useCallback(() => tell({ type: 'ended' }), [])
  const left = useLeaving(idle, aloud, end)
  useWarning(left !== null, { voice, language, visit, announce })
  const { spend, guards } = useGhosts()
  useHeld(heldAtMs, visit !== null && canBeHeld(visit), () => {
    spend()
    tell({ type: 'held' })
  })
  useHint({
    isOffered: visit !== null && visit.trail.length === 1 && canBeHeld(visit) && !aloud && volume > 0,
    say: () => hint(withoutRuby(kioskWord(language, 'holdToListen'))),
    hush: voice.hush,
  })
  const low = lowShare(glass)
  if (visit === null || view === null) return null
  const { comfort, choosingLanguage } = visit
  return (
    <KioskContext value={view}>
      <section
        ref={root}
        className="ak-kiosk"
        lang={language}
        data-testid="kiosk"
        data-contrast={comfort.contrast ? 'high' : 'usual'}
        data-low={comfort.low && low !== null}
        style={kioskVariables(glass, comfort)}
        {...guards}
      >
        <div className="ak-kiosk-sheet">
          {choosingLanguage ? <LanguageScreen /> : <ScreenOf screen={shownIn(visit)} />}
          {aloud && isSilent && (
            <p className="ak-kiosk-silent" role="status" data-testid="no-voice">
              {withoutRuby(kioskWord(language, 'noVoice'))}
            </p>
          )}
          {aloud && <ReadingFields heard={heard} onMove={move} />}
          <div className="ak-kiosk-foot">
            <Keys isHome={!choosingLanguage && shownIn(visit).at === 'home'} />
            <AccessBar canBeLow={low !== null} />
          </div>
        </div>
        {left !== null && <Leaving left={left} onStay={onStay} />}
      </section>
    </KioskContext>
  )
}

/** Changes when there is something else to be read; not with every letter that is typed, nor with every second of a film. */
function screenMark(visit: Visit, language: KioskLanguage): string {
  const mark = { ...shownIn(visit), typed: null, atMs: null }
  return JSON.stringify([mark, visit.choosingLanguage, visit.comfort.walker, language])
}

interface Warned {
  voice: KioskVoice
  language: KioskLanguage
  visit: Visit | null
  announce: (text: string) => void
}

/** The end of a visit is announced to the ears as well: said to whoever listens, a soft sound to everybody else. */
function useWarning(isLeaving: boolean, warned: Warned): void {
  const latest = useRef(warned)
  latest.current = warned
  useEffect(() => {
    if (!isLeaving) return
    const { voice, language, visit, announce } = latest.current
    if (visit?.comfort.aloud === true) announce(withoutRuby(kioskWord(language, 'stillThere')))
    else voice.chime(visit?.comfort.volume ?? 0)
  }, [isLeaving])
}

/** Calls `onHeld` when a hand was held since this was drawn first, where that means something. */
function useHeld(heldAtMs: number | null, canBe: boolean, onHeld: () => void): void {
  const known = useRef(heldAtMs)
  const latest = useRef({ canBe, onHeld })
  latest.current = { canBe, onHeld }
  useEffect(() => {
    if (heldAtMs === known.current) return
    known.current = heldAtMs
    if (heldAtMs !== null && latest.current.canBe) latest.current.onHeld()
  }, [heldAtMs])
}
