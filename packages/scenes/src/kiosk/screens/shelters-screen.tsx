import type { ReactElement } from 'react'
import { Line } from '../../text/text.tsx'
import { Icon } from '../icons.tsx'
import { useKiosk } from '../kiosk-context.ts'
import { Note, Said, Title, Word } from '../parts.tsx'
import { ScrollList } from '../scroll-list.tsx'
import { roughly, type WayOff, wayOff } from '../shelter-way.ts'

/** 避難所: where they are and which are open; those that are come first, and of them the nearest. */
export function SheltersScreen(): ReactElement {
  const { building } = useKiosk()
  const { shelters } = building.kit.guide
  const ordered = shelters
    .map((shelter) => ({ ...shelter, off: shelter.at === null ? null : wayOff(building, shelter.at) }))
    .toSorted((a, b) => Number(b.open) - Number(a.open) || metresTo(a.off) - metresTo(b.off))
  return (
    <div className="ak-screen" data-screen="shelters">
      <Title>
        <Word of="shelters" />
      </Title>
      {shelters.length === 0 ? (
        <Note>
          <Word of="noShelters" />
        </Note>
      ) : (
        <ScrollList mark="shelters">
          <ul className="ak-rows">
            {ordered.map(({ id, name, address, off, open }) => (
              <li key={id} className="ak-shelter" data-open={open} data-stop tabIndex={-1}>
                <strong>
                  <Said texts={name} />
                </strong>
                {address !== null && (
                  <small>
                    <Said texts={address} />
                  </small>
                )}
                {off !== null && <Off off={off} />}
                <em>
                  <Word of={open ? 'shelterOpen' : 'shelterClosed'} />
                </em>
              </li>
            ))}
          </ul>
        </ScrollList>
      )}
    </div>
  )
}

/** Further than anything in town where nobody said where it is. */
function metresTo(off: WayOff | null): number {
  return off?.metres ?? 1e9
}

/** How far, in which direction, and an arrow as one stands before the glass. */
function Off({ off: { metres, towards, turnDeg } }: { off: WayOff }): ReactElement {
  const { language, word } = useKiosk()
  return (
    <small className="ak-shelter-off">
      {turnDeg !== null && (
        <span className="ak-shelter-arrow" style={{ rotate: `${Math.round(turnDeg)}deg` }}>
          <Icon name="ahead" />
        </span>
      )}
      <span>
        <Word of={towards} />
      </span>{' '}
      <Line text={word('straightLine', { distance: roughly(metres, language) })} language={language} />
    </small>
  )
}
