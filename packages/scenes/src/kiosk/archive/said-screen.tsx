import type { RecordingTranscript } from '@akari/protocol'
import { type ReactElement, useMemo } from 'react'
import { Keyboard } from '../keyboard.tsx'
import { useKiosk } from '../kiosk-context.ts'
import { Note, Press, Title, Word } from '../parts.tsx'
import { ScrollList } from '../scroll-list.tsx'
import { useTyping } from '../use-typing.ts'
import { aroundMatch, findSaid, indexSaid, type SaidHit } from './find-said.ts'
import { frequentWords } from './frequent-words.ts'
import { recordedClock } from './recorded-time.ts'
import { useTranscript } from './use-transcript.ts'

/** 発言を探す: where a word was said; a touch leads there. */
export function SaidScreen({ id, typed }: { id: string; typed: string }): ReactElement {
  const { language, tell, word } = useKiosk()
  const transcript = useTranscript(id)
  useTyping(typed, tell)
  return (
    <div className="ak-screen" data-screen="said">
      <Title>
        <Word of="findSaid" />
      </Title>
      <output className="ak-typed" aria-label={word('typed')} data-testid="typed" data-empty={typed === ''}>
        {typed === '' ? <Word of="typeSaid" /> : <span lang={language}>{typed}</span>}
      </output>
      <div className="ak-found">
        {transcript === null && (
          <Note>
            <Word of="noTranscript" />
          </Note>
        )}
        {transcript !== null && transcript !== 'coming' && <Hits id={id} typed={typed} transcript={transcript} />}
      </div>
      <Keyboard typed={typed} />
    </div>
  )
}

interface HitsProps {
  id: string
  typed: string
  transcript: RecordingTranscript
}

function Hits({ id, typed, transcript }: HitsProps): ReactElement {
  const { language, tell } = useKiosk()
  const index = useMemo(() => indexSaid(transcript, language), [transcript, language])
  const hits = useMemo(() => findSaid(index, typed), [index, typed])
  if (typed === '') return <OftenSaid transcript={transcript} />
  if (hits.length === 0) {
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
        <Word of="found" gaps={{ count: String(hits.length) }} />
      </p>
      <ScrollList mark={typed}>
        <ul className="ak-rows">
          {hits.map((hit) => (
            <li key={hit.startMs}>
              <Press
                kind="said"
                testId="said-hit"
                onPress={() => tell({ type: 'opened', screen: { at: 'recording', id, atMs: hit.startMs } })}
              >
                <small>
                  {recordedClock(hit.startMs)}
                  {hit.speaker !== null && `　${hit.speaker}`}
                </small>
                <Matching hit={hit} typed={typed} />
              </Press>
            </li>
          ))}
        </ul>
      </ScrollList>
    </>
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
