import { withoutRuby } from '@akari/protocol'
import type { ReactElement } from 'react'
import { floorsOf, floorWith, standingOf } from '../../map/floors.ts'
import { useKiosk } from '../kiosk-context.ts'
import { KioskMap } from '../kiosk-map.tsx'
import { Press, Said, Title, Word } from '../parts.tsx'

/** フロア案内: one floor at a time, beginning with the one where this display stands. */
export function FloorsScreen({ levelId }: { levelId: string | null }): ReactElement {
  const { building, tell, word } = useKiosk()
  const { venue } = building.kit
  const floors = floorsOf(venue)
  const hereId = standingOf(venue, building.kioskId)?.levelId ?? ''
  const here = floorWith(venue, hereId)
  const shown = floorWith(venue, levelId ?? hereId) ?? floors[0] ?? null
  return (
    <div className="ak-screen" data-screen="floors">
      <Title>
        <Word of="floors" /> {shown !== null && <Said texts={shown.name} />}
      </Title>
      {shown !== null && <KioskMap levelId={shown.level.id} />}
      <nav className="ak-levels" aria-label={withoutRuby(word('floors'))}>
        {floors.map((floor) => (
          <Press
            key={floor.level.id}
            kind="level"
            testId="level"
            pressed={floor === shown}
            onPress={() => tell({ type: 'level', levelId: floor.level.id })}
          >
            <strong>
              <Said texts={floor.name} />
            </strong>
            {floor === here && (
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
