import { NEAREST_KINDS } from '@akari/wayfinding'
import { type ReactElement, useMemo } from 'react'
import { pictogramOfKind } from './kind-pictogram.tsx'
import { levelName } from './building.ts'
import { useKiosk } from './kiosk-context.ts'
import { Press, Said, Title, Word } from './parts.tsx'
import { nearestFacts } from './way.ts'

/** いちばん近い…: each kind with how far it is for whoever walks so; what the building does not have cannot be touched. */
export function NearestScreen(): ReactElement {
  const { building, comfort, tell } = useKiosk()
  const kinds = useMemo(
    () => NEAREST_KINDS.map((what) => ({ what, facts: nearestFacts(building, what, comfort.walker) })),
    [building, comfort.walker],
  )
  return (
    <div className="ak-screen" data-screen="nearest">
      <Title>
        <Word of="nearest" />
      </Title>
      <div className="ak-kinds">
        {kinds.map(({ what, facts }) => (
          <Press
            key={what}
            kind="kind"
            testId={`nearest-${what}`}
            disabled={facts === null}
            onPress={() => tell({ type: 'opened', screen: { at: 'route', goal: { kind: 'nearest', what }, step: 0 } })}
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
