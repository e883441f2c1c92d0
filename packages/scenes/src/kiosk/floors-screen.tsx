import type { ReactElement } from 'react'
import { standingOf } from '../map/floors.ts'
import { levelName } from './building.ts'
import { useKiosk } from './kiosk-context.ts'
import { KioskMap } from './kiosk-map.tsx'
import { Press, Said, Title, Word } from './parts.tsx'

/** フロア案内: one level at a time, beginning with the one where this display stands. */
export function FloorsScreen({ levelId }: { levelId: string | null }): ReactElement {
  const { building, tell, word } = useKiosk()
  const { levels } = building.kit.venue
  const here = standingOf(building.kit.venue, building.kioskId)?.levelId ?? null
  const shownId = levelId ?? here ?? levels[0]?.id ?? ''
  const shown = levelName(building, shownId)
  return (
    <div className="ak-screen" data-screen="floors">
      <Title>
        <Word of="floors" /> {shown !== null && <Said texts={shown} />}
      </Title>
      <KioskMap levelId={shownId} />
      <nav className="ak-levels" aria-label={word('floors')}>
        {levels.map(({ id, shortName }) => (
          <Press
            key={id}
            kind="level"
            testId="level"
            pressed={id === shownId}
            onPress={() => tell({ type: 'level', levelId: id })}
          >
            <strong>
              <Said texts={shortName} />
            </strong>
            {id === here && (
              <small>
                <Word of="here" />
              </small>
            )}
          </Press>
        ))}
      </nav>
    </div>
  )
}
