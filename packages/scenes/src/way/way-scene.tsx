import type { KioskLanguage, SentWay } from '@akari/protocol'
import { guide, type Guidance, type StepCard } from '@akari/wayfinding'
import { type ReactElement, useEffect, useMemo, useRef, useState } from 'react'
import type { SceneProps } from '../everyday/scene-props.ts'
import { type KioskBuilding, levelName } from '../kiosk/building.ts'
import { Icon } from '../kiosk/icons.tsx'
import { type KioskWord, kioskWord } from '../kiosk/kiosk-words.ts'
import { iconOf } from '../kiosk/step-icon.ts'
import { unbroken } from '../kiosk/unbroken.ts'
import { minutesOf } from '../kiosk/way.ts'
import { standingOf } from '../map/floors.ts'
import { VenueMap } from '../map/venue-map.tsx'
import { useFit } from '../text/fit.ts'
import { Line, Text } from '../text/text.tsx'
import { useBuilding } from './building-context.ts'

/** So long each step is pointed out: to read it and to find its line on the map. */
const STEP_MS = 7000

interface WaySceneProps extends Pick<SceneProps, 'playing' | 'onReady'> {
  way: SentWay
}

/**
 * A way that staff sent here for whoever stands in front: its steps and where they lead, one after the other, in the language that
 * staff chose. Where the building is not known (yet), or nothing leads there any more, it says who helps.
 */
export function WayScene({ way, playing, onReady }: WaySceneProps): ReactElement {
  const building = useBuilding()
  const guidance = useMemo(() => guidanceOf(building, way), [building, way])
  useEffect(onReady, [onReady])
  const { language } = way
  return (
    <article className="ak-scene ak-way" data-found={guidance?.found === true} data-testid="sent-way">
      <header className="ak-way-head">
        <p>
          <Word of={captionOf(way, guidance)} language={language} />
        </p>
        <h1>
          <Text texts={way.title} language={language} />
        </h1>
        {guidance?.route != null && <Length {...guidance.route} language={language} />}
      </header>
      {building !== null && guidance !== null && guidance.steps.length > 0 ? (
        <Steps way={way} building={building} guidance={guidance} playing={playing} />
      ) : (
        <p className="ak-way-note">
          <Icon name="staff" />
          <Word of="askStaff" language={language} />
        </p>
      )}
    </article>
  )
}

function guidanceOf(building: KioskBuilding | null, { placeId, profile }: SentWay): Guidance | null {
  if (building === null) return null
  const { kit, kioskId, shut } = building
  return guide(kit.guide.venue, kit.built, { from: kioskId, to: placeId, profile, shut })
}

/** Above the name of the place: what this is, and who is to be asked where the way ends before it. */
function captionOf({ profile }: SentWay, guidance: Guidance | null): KioskWord {
  if (guidance !== null && !guidance.found) return 'askStaff'
  return profile === 'staff' ? 'withStaff' : 'wayThere'
}

interface StepsProps {
  way: SentWay
  building: KioskBuilding
  guidance: Guidance
  playing: boolean
}

function Steps({ way: { language }, building, guidance, playing }: StepsProps): ReactElement {
  const { kit, kioskId, closures } = building
  const steps = guidance.steps
  const list = useRef<HTMLOListElement>(null)
  useFit(list, `${language} ${steps.map(({ text }) => text.ja).join(' ')}`, 0.4)
  const at = useTurn(steps, playing)
  const levelId = steps[at]?.levelId ?? ''
  return (
    <div className="ak-way-body">
      <div className="ak-way-plan" data-level={levelId}>
        <VenueMap
          venue={kit.venue}
          levelId={levelId}
          language={language}
          kioskId={kioskId}
          facingDeg={standingOf(kit.venue, kioskId)?.facingDeg ?? null}
          legs={steps}
          activeLeg={at}
          closures={closures}
          interactive={false}
        />
        <p className="ak-way-level">
          <Text texts={levelName(building, levelId) ?? { ja: levelId }} language={language} />
        </p>
      </div>
      <ol className="ak-way-told" ref={list}>
        {steps.map((step, n) => (
          <li key={`${step.kind} ${n}`} data-active={n === at}>
            <Icon name={iconOf(step)} />
            <span>
              <Text texts={unbroken(step.text)} language={language} />
            </span>
          </li>
        ))}
      </ol>
    </div>
  )
}

/** Which step is pointed out: from the first to the last, and again. */
function useTurn(steps: readonly StepCard[], playing: boolean): number {
  const [turn, setTurn] = useState(0)
  useEffect(() => {
    if (!playing) return undefined
    const timer = setInterval(() => setTurn((before) => before + 1), STEP_MS)
    return () => clearInterval(timer)
  }, [playing])
  return turn % Math.max(1, steps.length)
}

function Length({
  metres,
  seconds,
  language,
}: {
  metres: number
  seconds: number
  language: KioskLanguage
}): ReactElement {
  return (
    <p className="ak-way-length">
      <Word of="distance" gaps={{ metres: String(Math.max(1, Math.round(metres))) }} language={language} />
      <Word of="minutes" gaps={{ minutes: String(minutesOf(seconds)) }} language={language} />
    </p>
  )
}

function Word(props: { of: KioskWord; gaps?: Record<string, string>; language: KioskLanguage }): ReactElement {
  return <Line text={kioskWord(props.language, props.of, props.gaps)} language={props.language} />
}
