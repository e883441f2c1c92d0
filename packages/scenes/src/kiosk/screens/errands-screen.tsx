import type { Errand } from '@akari/protocol'
import type { ReactElement } from 'react'
import { levelName, placeFacts } from '../building.ts'
import type { KioskEvent } from '../flow.ts'
import { useKiosk } from '../kiosk-context.ts'
import { Note, Row, Said, Title, Word } from '../parts.tsx'
import { ScrollList } from '../scroll-list.tsx'

/** Where an errand is done. */
export function openErrand({ id, placeId }: Errand): KioskEvent {
  return { type: 'opened', screen: { at: 'place', id: placeId, errandId: id } }
}

/** 用件から探す: all that staff have written down, what is asked most first. */
export function ErrandsScreen(): ReactElement {
  const { building, tell } = useKiosk()
  const { errands } = building.kit.guide
  const ordered = errands.toSorted((a, b) => (a.rank ?? Infinity) - (b.rank ?? Infinity) || 0)
  return (
    <div className="ak-screen" data-screen="errands">
      <Title>
        <Word of="errands" />
      </Title>
      {errands.length === 0 ? (
        <Note>
          <Word of="noErrands" />
        </Note>
      ) : (
        <ScrollList mark="errands">
          <ul className="ak-rows">
            {ordered.map((errand) => (
              <Row
                key={errand.id}
                testId="errand"
                title={<Said texts={errand.name} />}
                more={<Where placeId={errand.placeId} />}
                onPress={() => tell(openErrand(errand))}
              />
            ))}
          </ul>
        </ScrollList>
      )}
    </div>
  )
}

/** A place by name and level, for the second line of a row. */
export function Where({ placeId }: { placeId: string }): ReactElement {
  const { building } = useKiosk()
  const facts = placeFacts(building.kit, placeId)
  if (facts === null) return <Word of="noPlace" />
  const level = levelName(building, facts.levelId)
  return (
    <>
      <Said texts={facts.name} />
      {level !== null && (
        <>
          {'　'}
          <Said texts={level} />
        </>
      )}
    </>
  )
}
