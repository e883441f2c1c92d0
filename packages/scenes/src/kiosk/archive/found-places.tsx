import { type ArchivedChapter, type RecordingTranscript, withRuby } from '@akari/protocol'
import { type ReactElement, type ReactNode, useMemo } from 'react'
import type { Around } from '../../text/match-in.ts'
import { Line } from '../../text/text.tsx'
import { useKiosk } from '../kiosk-context.ts'
import { Press, Word } from '../parts.tsx'
import { ScrollList } from '../scroll-list.tsx'
import { type ChapterHit, findChapters, inOrderOfTime, numberAsRead } from './find-chapters.ts'
import { aroundMatch, findSaid, indexSaid, type SaidHit, shortBefore } from './find-said.ts'
import { hasReadings, readAround } from './readings.ts'
import { recordedClock } from './recorded-time.ts'

interface FoundPlacesProps {
  id: string
  typed: string
  chapters: readonly ArchivedChapter[]
  /** Null: only the agenda can be looked through. */
  transcript: RecordingTranscript | null
  /** What stands there while nothing is found; without a transcript it stands above what is, too. */
  children: ReactNode
}

/** Where what is typed was said, or is of the agenda, the earliest first; a touch leads there. */
export function FoundPlaces({ id, typed, chapters, transcript, children }: FoundPlacesProps): ReactElement {
  const { language, tell } = useKiosk()
  const index = useMemo(() => (transcript === null ? [] : indexSaid(transcript, language)), [transcript, language])
  const hits = useMemo(() => findSaid(index, typed), [index, typed])
  const items = findChapters(chapters, transcript?.titles ?? [], { query: typed, language })
  const found = inOrderOfTime(items, hits)
  return (
    <>
      {typed !== '' && (
        <p className="ak-found-count" role="status">
          <Word of={found.length === 0 ? 'nothingFound' : 'found'} gaps={{ count: String(found.length) }} />
        </p>
      )}
      <ScrollList mark={typed}>
        {(found.length === 0 || transcript === null) && children}
        {found.length > 0 && (
          <ul className="ak-rows">
            {/* Two things may be said in the same millisecond, as machines tell whole seconds. */}
            {found.map((place, at) => (
              <li key={at}>
                <Press
                  kind="said"
                  testId={place.kind === 'item' ? 'chapter-hit' : 'said-hit'}
                  onPress={() => tell({ type: 'opened', screen: { at: 'recording', id, atMs: place.startMs } })}
                >
                  {place.kind === 'item' ? <Item hit={place} typed={typed} /> : <Spoken hit={place} typed={typed} />}
                </Press>
              </li>
            ))}
          </ul>
        )}
      </ScrollList>
    </>
  )
}

function Item({ hit, typed }: { hit: ChapterHit; typed: string }): ReactElement {
  const { language } = useKiosk()
  const number = hit.number === null ? null : numberAsRead(hit.number, language)
  return (
    <>
      <small>
        {recordedClock(hit.startMs)}
        {number !== null && (
          <>
            {'　'}
            <span className="ak-whole">
              <Marked around={aroundMatch(number, typed)} of={number} />
            </span>
          </>
        )}
      </small>
      <strong>
        <Marked around={aroundMatch(hit, typed)} of={hit} />
      </strong>
    </>
  )
}

function Spoken({ hit, typed }: { hit: SaidHit; typed: string }): ReactElement {
  const { language } = useKiosk()
  const { speaker, speakerRuby } = hit
  const isRead = hasReadings(language, hit.language)
  return (
    <>
      <small>
        {recordedClock(hit.startMs)}
        {speaker !== null && (
          <>
            {'　'}
            <Line text={isRead ? withRuby(speaker, speakerRuby) : speaker} language={hit.language} />
          </>
        )}
      </small>
      <span className="ak-said">
        <Marked around={shortBefore(aroundMatch(hit, typed))} of={hit} />
      </span>
    </>
  )
}

function Marked({ around, of }: { around: Around; of: Pick<SaidHit, 'text' | 'ruby' | 'language'> }): ReactElement {
  const reader = useKiosk().language
  const { language } = of
  const { before, match, after } = hasReadings(reader, language) ? readAround(around, of) : around
  return (
    <>
      <Line text={before} language={language} />
      {match !== '' && (
        <mark>
          <Line text={match} language={language} />
        </mark>
      )}
      <Line text={after} language={language} />
    </>
  )
}
