import type { KioskLanguage, Texts } from '@akari/protocol'
import { Fragment, type ReactElement, type ReactNode, useEffect, useRef } from 'react'
import type { SceneProps } from '../everyday/scene-props.ts'
import { useFit } from '../text/fit.ts'
import { momentWords } from '../text/moment.ts'
import { Line, Text, Whole } from '../text/text.tsx'
import { localDay } from './local-day.ts'
import { plainWord, type PlainWord } from './plain-words.ts'

interface BoardSheetProps extends Pick<SceneProps, 'language' | 'onReady'> {
  kind: string
  /** What it says now, for tests and styles. */
  state: string
  title: Texts
  /** Beside the title: whose word is below, and how old it is. */
  aside?: ReactNode
  /** Changes whenever what is drawn does: then it is fitted anew. */
  content: string
  children: ReactNode
}

/** Where shrinking ends; before that the smallest text has the size of a caption. */
const LEAST = 0.3

/**
 * A board: its title, whose word is below, and what it tells. Its texts give way together, down to the caption's size; what does
 * not fit even so has `data-overfull`, and the less important of it is left out.
 */
export function BoardSheet(props: BoardSheetProps): ReactElement {
  const { kind, state, title, aside, content, children, language, onReady } = props
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
      </div>
    </article>
  )
}

/** A word of a board's own; what fills its gaps, a time or a date, is never torn apart. */
export function Word({
  word,
  language,
  gaps = {},
}: {
  word: PlainWord
  language: KioskLanguage
  gaps?: Record<string, string>
}): ReactElement {
  const parts = plainWord(language, word).split(/\{(\w+)\}/)
  return (
    <>
      {parts.map((part, at) =>
        at % 2 === 1 ? (
          <Fragment key={at}>
            <wbr />
            <Whole text={gaps[part] ?? ''} language={language} />
          </Fragment>
        ) : (
          part !== '' && <Line key={at} text={part} language={language} />
        ),
      )}
    </>
  )
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

/** A moment as it is said beside data: today by its time alone, another day with its date. */
export function sinceWords(at: string, nowMs: number, language: KioskLanguage, timeZone: string): string {
  const { date, time } = momentWords(at, language, timeZone)
  const isToday = localDay(Date.parse(at), timeZone).date === localDay(nowMs, timeZone).date
  return isToday ? time : `${date} ${time}`
}
