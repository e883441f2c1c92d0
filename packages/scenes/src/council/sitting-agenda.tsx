import type { AnnouncedAgenda, KioskLanguage } from '@akari/protocol'
import type { ReactElement } from 'react'
import { Line, Text, Whole } from '../text/text.tsx'
import { agendaNumber } from './agenda-number.ts'
import { councilWord } from './council-words.ts'

/** What a sitting that has not begun is going to discuss: as many whole items as there is room for, and how many there are. */
export function SittingAgenda({
  agenda: { first, count },
  language,
}: {
  agenda: AnnouncedAgenda
  language: KioskLanguage
}): ReactElement {
  return (
    <section className="ak-sitting-agenda" key={language}>
      <h2>
        <Line text={councilWord(language, 'agenda')} language={language} />
        {count > 1 && (
          <small>
            <Line text={councilWord(language, 'agendaCount', { count: String(count) })} language={language} />
          </small>
        )}
      </h2>
      <ol>
        {first.map(({ number, title }, at) => (
          <li key={at}>
            <p className="ak-sitting-agenda-item">
              {number !== undefined && (
                <>
                  <b>
                    <Whole {...agendaNumber(number, language)} />
                  </b>
                  <wbr />
                </>
              )}
              <Text texts={title} language={language} />
            </p>
          </li>
        ))}
      </ol>
    </section>
  )
}
