import type { AnnouncedAgenda, KioskLanguage, Language } from '@akari/protocol'
import { Fragment, type ReactElement } from 'react'
import { Line, Text } from '../text/text.tsx'
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
                    <AgendaNumber {...agendaNumber(number, language)} />
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

/** In a column too narrow for it, `市長提出議案第152号` ends a line before 第152号, and `Mayor’s bill No. 152` before its No. */
function AgendaNumber({ text, language }: { text: string; language: Language }): ReactElement[] {
  const whole = text.replaceAll(/ (?=\d)/g, '\u00a0')
  return whole.split(/(?<=\p{sc=Han})(?=第\p{N})/u).map((part, at) => (
    <Fragment key={part}>
      {at > 0 && <wbr />}
      <Line text={part} language={language} />
    </Fragment>
  ))
}
