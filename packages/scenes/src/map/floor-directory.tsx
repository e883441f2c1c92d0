import { type KioskLanguage, textIn, type VenueLevel } from '@akari/protocol'
import type { ReactElement } from 'react'
import { say } from '../locales/words.ts'
import { Line } from '../text/text.tsx'

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
  if (entries.length === 0) return null
  return (
    <aside className="ak-directory">
      <h2>{say(language, 'floorCounters')}</h2>
      <ul>
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

/** `3`, `3–5` or nothing. */
function numberRange(counters: readonly number[]): string {
  if (counters.length === 0) return ''
  const [least, most] = [Math.min(...counters), Math.max(...counters)]
  return least === most ? String(least) : `${least}–${most}`
}
