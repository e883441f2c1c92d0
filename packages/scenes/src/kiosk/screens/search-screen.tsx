import { withoutRuby } from '@akari/protocol'
import { costsFrom, type Entry, findEntries } from '@akari/wayfinding'
import { type ReactElement, useMemo } from 'react'
import { numberRange } from '../../map/counters.ts'
import { levelName, placeFacts } from '../building.ts'
import type { KioskScreen } from '../flow.ts'
import { Keyboard } from '../keyboard.tsx'
import { useKiosk } from '../kiosk-context.ts'
import { Row, Said, Title, Word } from '../parts.tsx'
import { ScrollList } from '../scroll-list.tsx'
import { useTyping } from '../use-typing.ts'

/** 施設・窓口を探す: what may be meant is listed with every letter. */
export function SearchScreen({ typed }: { typed: string }): ReactElement {
  const { building, language, tell, word } = useKiosk()
  const { kit, kioskId } = building
  const costs = useMemo(() => costsFrom(kit.built, kit.built.graph.places.get(kioskId) ?? []), [kit, kioskId])
  const hits = useMemo(() => findEntries(kit.index, typed, costs), [kit, typed, costs])
  useTyping(typed, tell)
  return (
    <div className="ak-screen" data-screen="search">
      <Title>
        <Word of="search" />
      </Title>
      <output
        className="ak-typed"
        aria-label={withoutRuby(word('typed'))}
        data-testid="typed"
        data-empty={typed === ''}
      >
        {typed === '' ? <Word of="typeHere" /> : <span lang={language}>{typed}</span>}
      </output>
      <div className="ak-found">
        {typed !== '' && (
          <p className="ak-found-count" role="status">
            {hits.length === 0 ? <Word of="nothingFound" /> : <Word of="found" gaps={{ count: String(hits.length) }} />}
          </p>
        )}
        <ScrollList mark={typed}>
          <ul className="ak-rows">
            {hits.map(({ entry }) => (
              <Row
                key={`${entry.kind} ${entry.id}`}
                testId="hit"
                title={<Name entry={entry} />}
                more={<EntryFacts entry={entry} />}
                onPress={() => tell({ type: 'opened', screen: screenOf(entry) })}
              />
            ))}
          </ul>
        </ScrollList>
      </div>
      <Keyboard typed={typed} />
    </div>
  )
}

function screenOf({ kind, id, placeId }: Entry): KioskScreen {
  if (kind === 'faq') return { at: 'faq', id }
  return { at: 'place', id: placeId ?? id, errandId: kind === 'errand' ? id : null }
}

function Name({ entry }: { entry: Entry }): ReactElement {
  const { building } = useKiosk()
  // What has no name of its own goes by what it is.
  const facts = entry.placeId === entry.id ? placeFacts(building.kit, entry.id) : null
  return <Said texts={facts?.name ?? entry.name} />
}

function EntryFacts({ entry }: { entry: Entry }): ReactElement {
  const { building } = useKiosk()
  const level = levelName(building, entry.levelId)
  const facts = entry.kind === 'errand' && entry.placeId !== null ? placeFacts(building.kit, entry.placeId) : null
  return (
    <>
      {facts !== null && <Said texts={facts.name} />} {level !== null && <Said texts={level} />}{' '}
      {entry.counters.length > 0 && <Word of="counter" gaps={{ number: numberRange(entry.counters) }} />}
    </>
  )
}
