import type { KioskLanguage, PosterContent, PosterCounter } from '@akari/protocol'
import type { CSSProperties, ReactElement } from 'react'
import { Text } from '../text/text.tsx'
import { shortTime } from './poster-dates.ts'
import { Filled, Passage, PosterHead, type PosterProps, Word } from './poster-parts.tsx'

type Counters = Extract<PosterContent, { template: 'counters' }>

/** 窓口の混みぐあい: a row for each counter; the longer its bar, the longer the wait. */
export function CountersPoster(props: PosterProps & Counters): ReactElement {
  const { title, language, at, counters, note } = props
  const most = Math.max(1, ...counters.map(({ waiting }) => waiting))
  return (
    <div className="ak-poster-words" data-fits>
      <div className="ak-poster-headline">
        <PosterHead title={title} language={language} />
        <p className="ak-poster-as-of">
          <Filled word="asOf" gap={shortTime(at)} language={language} />
        </p>
      </div>
      <ol className="ak-poster-counters" data-count={counters.length}>
        {counters.map((counter, index) => (
          <Counter key={index} {...counter} index={index} share={counter.waiting / most} language={language} />
        ))}
      </ol>
      <Passage texts={note} field="note" language={language} />
    </div>
  )
}

function Counter({
  number,
  name,
  waiting,
  minutes,
  index,
  share,
  language,
}: PosterCounter & { index: number; share: number; language: KioskLanguage }): ReactElement {
  const bar: CSSProperties & Record<'--share', string> = { '--share': share.toFixed(3) }
  return (
    <li className="ak-poster-counter" style={bar}>
      <b className="ak-poster-number">{number}</b>
      <p className="ak-poster-counter-name" data-field={`counters.${index}.name`}>
        <Text texts={name} language={language} />
      </p>
      <p className="ak-poster-waiting" data-alone={minutes === undefined}>
        {waiting === 0 ? (
          <Word word="nobodyWaiting" language={language} />
        ) : (
          <Filled word="waiting" gap={String(waiting)} language={language} />
        )}
      </p>
      {minutes !== undefined && (
        <p className="ak-poster-minutes">
          <Filled word="minutes" gap={String(minutes)} language={language} />
        </p>
      )}
    </li>
  )
}
