import { type KioskLanguage, textIn, type VenueLevel, withoutRuby } from '@akari/protocol'
import { type ReactElement, useRef } from 'react'
import { say } from '../locales/words.ts'
import { useFit } from '../text/fit.ts'
import { Line } from '../text/text.tsx'
import { numberRange } from './counters.ts'

/** The public counters of a level as a list, for glasses with room beside the plan. */
export function FloorDirectory({
  level,
  language,
}: {
  level: VenueLevel
  language: KioskLanguage
}): ReactElement | null {
  const entries = level.occupants.toSorted(
    (a, b) => (a.counters[0] ?? Number.MAX_SAFE_INTEGER) - (b.counters[0] ?? Number.MAX_SAFE_INTEGER),
  )
  const list = useRef<HTMLUListElement>(null)
  // In a small zone it comes down to what can be read within arm's reach, as the names on the plan are.
  useFit(list, `${language} ${level.id}`, 0.3)
  if (entries.length === 0) return null
  return (
    <aside className="ak-directory" aria-label={withoutRuby(say(language, 'floorCounters'))}>
      <ul ref={list}>
        {entries.map((entry) => {
          const name = textIn(entry.name, language)
          return (
            <li key={entry.id}>
              <span className="ak-directory-number">{numberRange(entry.counters)}</span>
              <Line text={name.text} language={name.language} />
            </li>
          )
        })}
      </ul>
    </aside>
  )
}
