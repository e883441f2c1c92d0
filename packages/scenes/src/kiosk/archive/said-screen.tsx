import { type ArchivedChapter, type RecordingTranscript, withoutRuby } from '@akari/protocol'
import { type ReactElement, useMemo } from 'react'
import { agendaNumber } from '../../council/agenda-number.ts'
import { Line, Whole } from '../../text/text.tsx'
import { Keyboard } from '../keyboard.tsx'
import { useKiosk } from '../kiosk-context.ts'
import { Note, Press, Said, Title, Word } from '../parts.tsx'
import { ScrollList } from '../scroll-list.tsx'
import { useTyping } from '../use-typing.ts'
import { findChapters } from './find-chapters.ts'
import { aroundMatch, findSaid, indexSaid, type SaidHit } from './find-said.ts'
import type { TranscriptNow } from './follow-transcript.ts'
import { frequentWords } from './frequent-words.ts'
import { recordedClock } from './recorded-time.ts'
import { useTranscript } from './use-transcript.ts'

/** 発言を探す: where a word was said, or is of the agenda; a touch leads there. */
export function SaidScreen({ id, typed }: { id: string; typed: string }): ReactElement {
  const { language, tell, word } = useKiosk()
  const transcript = useTranscript(id)
  useTyping(typed, tell)
  return (
    <div className="ak-screen" data-screen="said">
      <Title>
        <Word of="findSaid" />
      </Title>
      <output
        className="ak-typed"
        aria-label={withoutRuby(word('typed'))}
        data-testid="typed"
        data-empty={typed === ''}
      >
        {typed === '' ? <Word of="typeSaid" /> : <span lang={language}>{typed}</span>}
      </output>
      <div className="ak-found">
        <Found id={id} typed={typed} now={transcript} />
      </div>
      <Keyboard typed={typed} />
    </div>
  )
}

function Found({ id, typed, now }: { id: string; typed: string; now: TranscriptNow }): ReactElement {
  switch (now.state) {
    case 'there':
      return <Hits id={id} typed={typed} transcript={now.transcript} />
    case 'coming':
      return <></>
    case 'none':
    case 'unreadable':
      return (
        <Note>
          <Word of={now.state === 'none' ? 'noTranscript' : 'transcriptUnread'} />
        </Note>
      )
  }
}

interface HitsProps {
  id: string
  typed: string
  transcript: RecordingTranscript
}

function Hits({ id, typed, transcript }: HitsProps): ReactElement {
  const { language, archive } = useKiosk()
  const index = useMemo(() => indexSaid(transcript, language), [transcript, language])
  const hits = useMemo(() => findSaid(index, typed), [index, typed])
  const items = archive?.recordings.find((one) => one.id === id)?.chapters ?? []
  const chapters = findChapters(items, transcript.titles ?? [], typed)
  if (typed === '') return <OftenSaid transcript={transcript} />
  if (hits.length + chapters.length === 0) {
    return (
      <>
        <p className="ak-found-count" role="status">
          <Word of="nothingFound" />
        </p>
        <ScrollList mark="nothing">
          <Note>
            <Word of="tryShorter" />
          </Note>
          <OftenSaid transcript={transcript} />
        </ScrollList>
      </>
    )
  }
  return (
    <>
      <p className="ak-found-count" role="status">
        <Word of="found" gaps={{ count: String(hits.length + chapters.length) }} />
      </p>
      <ScrollList mark={typed}>
        <ul className="ak-rows">
          {chapters.map((chapter) => (
            <li key={`chapter ${chapter.startMs}`}>
              <ChapterHit id={id} chapter={chapter} />
            </li>
          ))}
          {hits.map((hit) => (
            <li key={hit.startMs}>
              <Spoken id={id} hit={hit} typed={typed} />
            </li>
          ))}
        </ul>
      </ScrollList>
    </>
  )
}

/** An item of the agenda; a touch leads to where it begins. */
function ChapterHit({ id, chapter }: { id: string; chapter: ArchivedChapter }): ReactElement {
  const { language, tell } = useKiosk()
  const { startMs, number, title } = chapter
  return (
    <Press
      kind="said"
      testId="chapter-hit"
      onPress={() => tell({ type: 'opened', screen: { at: 'recording', id, atMs: startMs } })}
    >
      <small>
        {recordedClock(startMs)}
        {number !== undefined && (
          <>
            {'　'}
            <Whole {...agendaNumber(number, language)} />
          </>
        )}
      </small>
      <strong>
        <Said texts={title} />
      </strong>
    </Press>
  )
}

function Spoken({ id, hit, typed }: { id: string; hit: SaidHit; typed: string }): ReactElement {
  const { tell } = useKiosk()
  return (
    <Press
      kind="said"
      testId="said-hit"
      onPress={() => tell({ type: 'opened', screen: { at: 'recording', id, atMs: hit.startMs } })}
    >
      <small>
        {recordedClock(hit.startMs)}
        {hit.speaker !== null && (
          <>
            {'　'}
            <Line text={hit.speaker} language={hit.language} />
          </>
        )}
      </small>
      <Matching hit={hit} typed={typed} />
    </Press>
  )
}

function Matching({ hit, typed }: { hit: SaidHit; typed: string }): ReactElement {
  const { before, match, after } = useMemo(() => aroundMatch(hit, typed), [hit, typed])
  return (
    <span className="ak-said" lang={hit.language}>
      {before}
      <mark>{match}</mark>
      {after}
    </span>
  )
}

/** The words that matter, for who does not know what to look for. */
function OftenSaid({ transcript }: { transcript: RecordingTranscript }): ReactElement | null {
  const { language, tell } = useKiosk()
  const words = useMemo(() => frequentWords(transcript, language), [transcript, language])
  if (words.length === 0) return null
  return (
    <section className="ak-often">
      <h2>
        <Word of="oftenSaid" />
      </h2>
      <div>
        {words.map((often) => (
          <Press key={often} kind="chip" testId="often" onPress={() => tell({ type: 'typed', text: often })}>
            {often}
          </Press>
        ))}
      </div>
    </section>
  )
}
