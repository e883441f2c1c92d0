import type { FeedSnapshot, KioskLanguage, Texts } from '@akari/protocol'
import { type ReactElement, type ReactNode, useEffect, useRef } from 'react'
import type { SceneProps } from '../everyday/scene-props.ts'
import { useFit } from '../text/fit.ts'
import { momentWords } from '../text/moment.ts'
import { Line, Text } from '../text/text.tsx'
import { localDay } from './local-day.ts'
import { plainWord, type PlainWord } from './plain-words.ts'

interface BoardSheetProps extends Pick<SceneProps, 'language' | 'onReady'> {
  kind: string
  /** What it says now, for tests and styles. */
  state: string
  title: Texts
  /** Beside the title: how old what is below is. */
  aside?: ReactNode
  /** Changes whenever what is drawn does: then it is fitted anew. */
  content: string
  children: ReactNode
  /** Whose data it is. */
  foot?: ReactNode
}

/** Where shrinking ends; before that the smallest text has the size of a caption. */
const LEAST = 0.3

/**
 * A board: its title, what it tells, and whose word it is. Its texts give way together, down to the caption's size; what does
 * not fit even so has `data-overfull`, and the less important of it is left out.
 */
export function BoardSheet(props: BoardSheetProps): ReactElement {
  const { kind, state, title, aside, content, children, foot, language, onReady } = props
  const sheet = useRef<HTMLDivElement>(null)
  useFit(sheet, `${language} ${state} ${content}`, LEAST)
  useEffect(onReady, [onReady])
  return (
    <article className="ak-scene ak-plain" data-board={kind} data-state={state}>
      <div className="ak-plain-sheet" ref={sheet}>
        <header className="ak-plain-head">
          <h1 className="ak-plain-title">
            <Text texts={title} language={language} />
          </h1>
          {aside !== undefined && <div className="ak-plain-aside">{aside}</div>}
        </header>
        {children}
        {foot !== undefined && <footer className="ak-plain-foot">{foot}</footer>}
      </div>
    </article>
  )
}

/** A word of a board's own. */
export function Word({
  word,
  language,
  gaps = {},
}: {
  word: PlainWord
  language: KioskLanguage
  gaps?: Record<string, string>
}): ReactElement {
  return <Line text={plainWord(language, word, gaps)} language={language} />
}

/** What a board says that has nothing to show: calm, and what becomes of it. */
export function Nothing({
  word,
  more,
  language,
}: {
  word: PlainWord
  more?: PlainWord
  language: KioskLanguage
}): ReactElement {
  return (
    <div className="ak-plain-nothing">
      <p>
        <Word word={word} language={language} />
      </p>
      {more !== undefined && (
        <small>
          <Word word={more} language={language} />
        </small>
      )}
    </div>
  )
}

/** 出典, in the words that staff set with the feed, and its licence. */
export function SourceLine({
  attribution,
  language,
}: {
  attribution: FeedSnapshot['attribution']
  language: KioskLanguage
}): ReactElement {
  const { text, licence } = attribution
  return (
    <>
      <Text texts={text} language={language} />
      {licence !== undefined && <span lang="en"> ({licence})</span>}
    </>
  )
}

/** A moment as it is said beside data: today by its time alone, another day with its date. */
export function sinceWords(at: string, nowMs: number, language: KioskLanguage, timeZone: string): string {
  const { date, time } = momentWords(at, language, timeZone)
  const isToday = localDay(Date.parse(at), timeZone).date === localDay(nowMs, timeZone).date
  return isToday ? time : `${date} ${time}`
}
