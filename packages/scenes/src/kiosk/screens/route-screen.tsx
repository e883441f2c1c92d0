import { withoutRuby } from '@akari/protocol'
import { type ReactElement, useMemo, useState } from 'react'
import { QrCode } from '../../builtin/qr-code.tsx'
import type { StepCard } from '@akari/wayfinding'
import { levelName, placeFacts } from '../building.ts'
import type { Goal, Walker } from '../flow.ts'
import { WALKERS } from '../flow.ts'
import { Icon, type IconName } from '../icons.tsx'
import { useKiosk } from '../kiosk-context.ts'
import { KioskMap } from '../kiosk-map.tsx'
import { NoWay } from '../no-way.tsx'
import type { RecordedPhrase } from '../aloud/recorded-phrases.ts'
import { Note, Press, Said, Title, Word } from '../parts.tsx'
import { iconOf } from '../step-icon.ts'
import { takeAlong } from '../take-along.ts'
import { unbroken } from '../unbroken.ts'
import { minutesOf, type Way, wayTo } from '../way.ts'

const SIGNS: Record<Walker, IconName> = {
  shortest: 'walk',
  'step-free': 'wheelchair',
  stroller: 'stroller',
  tactile: 'tactile',
}
const DONE_SAID: Record<Exclude<StepCard['kind'], 'walk'>, RecordedPhrase> = {
  elevator: 'takeElevator',
  stairs: 'takeStairs',
  escalator: 'takeEscalator',
  arrive: 'arriveThere',
  exit: 'goOutside',
  'call-staff': 'callStaff',
}
const TURN_SAID: Record<NonNullable<StepCard['turn']>, RecordedPhrase> = {
  start: 'setOut',
  straight: 'walkAhead',
  left: 'turnLeft',
  right: 'turnRight',
}

/** A card without its names and figures. */
function gistOf({ kind, turn = 'start' }: StepCard): RecordedPhrase {
  return kind === 'walk' ? TURN_SAID[turn] : DONE_SAID[kind]
}

/** The way there: one card after the other, each with its own floor. */
export function RouteScreen({ goal, step }: { goal: Goal; step: number }): ReactElement {
  const { building, comfort, tell } = useKiosk()
  const way = useMemo(() => wayTo(building, goal, comfort.walker), [building, goal, comfort.walker])
  const [showsCode, setShowsCode] = useState(false)
  const { steps } = way.guidance
  const facts = way.placeId === null ? null : placeFacts(building.kit, way.placeId)
  const at = Math.min(step, steps.length - 1)
  const card = steps[at]
  return (
    <div className="ak-screen" data-screen="route" data-found={way.guidance.found}>
      <div className="ak-route-head">
        <Title>
          <Said texts={way.name} />
        </Title>
        <Length way={way} />
      </div>
      <Walkers />
      {!way.guidance.found && <NoWay way={way} />}
      {card === undefined && facts !== null && <KioskMap levelId={facts.levelId} highlight={[facts.id]} />}
      {card !== undefined && (
        <>
          <div className="ak-route-plan">
            {showsCode ? <Code way={way} /> : <KioskMap levelId={card.levelId} legs={steps} activeLeg={at} />}
            <FloorStrip steps={steps} at={at} />
          </div>
          <Card card={card} at={at} of={steps.length} />
          <div className="ak-route-keys">
            <Press
              icon="before"
              kind="step"
              testId="step-before"
              disabled={at === 0}
              onPress={() => tell({ type: 'step', step: at - 1 })}
            >
              <Word of="stepBefore" />
            </Press>
            <Press
              icon="phone"
              kind="step"
              testId="take-along"
              pressed={showsCode}
              onPress={() => setShowsCode(!showsCode)}
            >
              <Word of="takeAlong" />
            </Press>
            <Press
              icon="after"
              kind="step"
              main
              testId="step-after"
              disabled={at >= steps.length - 1}
              onPress={() => tell({ type: 'step', step: at + 1 })}
            >
              <Word of="stepAfter" />
            </Press>
          </div>
        </>
      )}
    </div>
  )
}

function Length({ way: { guidance } }: { way: Way }): ReactElement | null {
  const { route } = guidance
  if (route === null) return null
  return (
    <p className="ak-route-length" data-stop tabIndex={-1}>
      <Word of="distance" gaps={{ metres: String(Math.max(1, Math.round(route.metres))) }} />
      <Word of="minutes" gaps={{ minutes: String(minutesOf(route.seconds)) }} />
    </p>
  )
}

function Walkers(): ReactElement {
  const { comfort, tell, word } = useKiosk()
  return (
    <nav className="ak-walkers" aria-label={withoutRuby(word('profile'))}>
      {WALKERS.map((walker) => (
        <Press
          key={walker}
          icon={SIGNS[walker]}
          kind="walker"
          testId={`walker-${walker}`}
          pressed={walker === comfort.walker}
          onPress={() => tell({ type: 'walker', walker })}
        >
          <Word of={walker} />
        </Press>
      ))}
    </nav>
  )
}

function Card({ card, at, of }: { card: StepCard; at: number; of: number }): ReactElement {
  return (
    <div
      className="ak-step"
      data-stop
      data-gist={gistOf(card)}
      {...(at > 0 ? { 'data-lead': true } : {})}
      tabIndex={-1}
      data-testid="step"
      data-kind={card.kind}
    >
      <Icon name={iconOf(card)} />
      <p>
        <Said texts={unbroken(card.text)} />
      </p>
      <small>
        <Word of="step" gaps={{ step: String(at + 1), of: String(of) }} />
      </small>
    </div>
  )
}

/** The floors of the way in their order; the one of the card is marked. */
function FloorStrip({ steps, at }: { steps: readonly StepCard[]; at: number }): ReactElement | null {
  const { building } = useKiosk()
  const stretches = steps.reduce<{ levelId: string; first: number; last: number }[]>((all, { levelId }, n) => {
    const last = all.at(-1)
    if (last?.levelId === levelId) last.last = n
    else all.push({ levelId, first: n, last: n })
    return all
  }, [])
  if (stretches.length < 2) return null
  return (
    <ol className="ak-floor-strip">
      {stretches.map(({ levelId, first, last }) => (
        <li key={first} data-active={at >= first && at <= last}>
          <Said texts={levelName(building, levelId) ?? { ja: levelId }} />
        </li>
      ))}
    </ol>
  )
}

/** The steps for a telephone, as text in the code. */
function Code({ way }: { way: Way }): ReactElement {
  const { building, comfort, language } = useKiosk()
  const taken = takeAlong(way, {
    language,
    walker: comfort.walker,
    venueId: building.kit.venue.id,
    kioskId: building.kioskId,
    publicUrl: building.publicUrl,
  })
  return (
    <div className="ak-route-code" data-testid="code">
      <QrCode text={taken.text} />
      <Note>
        <Word of={taken.kind === 'page' ? 'takeAlongPage' : 'takeAlongMore'} />{' '}
        {taken.kind === 'steps' && taken.told < taken.of && (
          <Word of="takenPart" gaps={{ count: String(taken.told) }} />
        )}
      </Note>
    </div>
  )
}
