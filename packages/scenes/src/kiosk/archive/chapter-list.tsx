import type { ArchivedChapter } from '@akari/protocol'
import type { ReactElement } from 'react'
import { agendaNumber } from '../../council/agenda-number.ts'
import { Whole } from '../../text/text.tsx'
import { useKiosk } from '../kiosk-context.ts'
import { Press, Said } from '../parts.tsx'
import { ScrollList } from '../scroll-list.tsx'
import { chapterAt, recordedClock } from './recorded-time.ts'

interface ChapterListProps {
  chapters: readonly ArchivedChapter[]
  atMs: number
  onChosen: (startMs: number) => void
}

/** The agenda of a recording; what is discussed at this moment is marked. */
export function ChapterList({ chapters, atMs, onChosen }: ChapterListProps): ReactElement {
  const { language } = useKiosk()
  const current = chapterAt(chapters, atMs)
  return (
    <ScrollList mark="chapters">
      <ol className="ak-chapters">
        {chapters.map(({ startMs, number, title }, at) => (
          <li key={startMs} aria-current={at === current ? 'step' : undefined}>
            <Press kind="row" testId="chapter" pressed={at === current} onPress={() => onChosen(startMs)}>
              <span className="ak-chapter-item">
                {number !== undefined && (
                  <small>
                    <Whole {...agendaNumber(number, language)} />
                  </small>
                )}
                <strong>
                  <Said texts={title} />
                </strong>
              </span>
              <small className="ak-chapter-time">{recordedClock(startMs)}</small>
            </Press>
          </li>
        ))}
      </ol>
    </ScrollList>
  )
}
