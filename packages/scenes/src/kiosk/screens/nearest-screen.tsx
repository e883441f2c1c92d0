import { NEAREST_KINDS, type NearestKind } from '@akari/wayfinding'
import { type ReactElement, useMemo, useRef } from 'react'
import { useFit } from '../../text/fit.ts'
import { pictogramOfKind } from '../kind-pictogram.tsx'
import { levelName } from '../building.ts'
import type { Goal } from '../flow.ts'
import { useKiosk } from '../kiosk-context.ts'
import { Press, Said, Title, Word } from '../parts.tsx'
import { type NearestFacts, nearestFacts } from '../way.ts'

/** いちばん近い…: each kind with how far it is for whoever walks so; what the building does not have cannot be touched. */
export function NearestScreen(): ReactElement {
  const { building, comfort, language, tell } = useKiosk()
  const grid = useRef<HTMLDivElement>(null)
  useFit(grid, `${language} ${String(comfort.large)} ${comfort.walker}`, 1)
  const kinds = useMemo(
    () => NEAREST_KINDS.map((what) => ({ what, facts: nearestFacts(building, what, comfort.walker) })),
    [building, comfort.walker],
  )
  return (
    <div className="ak-screen" data-screen="nearest">
      <Title>
        <Word of="nearest" />
      </Title>
      <div className="ak-kinds" ref={grid}>
        {kinds.map(({ what, facts }) => (
          <Press
            key={what}
            kind="kind"
            fits
            testId={`nearest-${what}`}
            disabled={facts === null}
            onPress={() => tell({ type: 'opened', screen: { at: 'route', goal: goalOf(what, facts), step: 0 } })}
          >
            {pictogramOfKind(what)}
            <strong>
              <Word of={what} />
            </strong>
            <small>{facts === null ? <Word of="notHere" /> : <Distance {...facts} />}</small>
          </Press>
        ))}
      </div>
    </div>
  )
}

/** One that cannot be reached so is opened by name: the way explains what is between. */
function goalOf(what: NearestKind, facts: NearestFacts | null): Goal {
  return facts === null || facts.isReached ? { kind: 'nearest', what } : { kind: 'place', id: facts.id }
}

function Distance({ levelId, metres }: { levelId: string; metres: number }): ReactElement {
  const { building } = useKiosk()
  const level = levelName(building, levelId)
  return (
    <>
      {level !== null && <Said texts={level} />}{' '}
      <Word of="distance" gaps={{ metres: String(Math.max(1, Math.round(metres))) }} />
    </>
  )
}
