import type { ReactElement } from 'react'
import { useKiosk } from './kiosk-context.ts'
import { Note, Said, Title, Word } from './parts.tsx'
import { ScrollList } from './scroll-list.tsx'

/** 避難所: where they are and which are open; those that are come first. */
export function SheltersScreen(): ReactElement {
  const { building } = useKiosk()
  const { shelters } = building.kit.guide
  const ordered = shelters.toSorted((a, b) => Number(b.open) - Number(a.open))
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
            {ordered.map(({ id, name, address, open }) => (
              <li key={id} className="ak-shelter" data-open={open} data-stop tabIndex={-1}>
                <strong>
                  <Said texts={name} />
                </strong>
                {address !== null && (
                  <small>
                    <Said texts={address} />
                  </small>
                )}
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
