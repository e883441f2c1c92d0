import type { FeedAttribution, KioskLanguage } from '@akari/protocol'
import { Fragment, type ReactElement } from 'react'
import { Line } from '../../text/text.tsx'
import { SourceLine } from '../source-line.tsx'
import { transitWord } from './transit-words.ts'

interface BoardFootProps {
  attributions: readonly FeedAttribution[]
  language: KioskLanguage
}

/** Whose data a board shows, with the licence: what open data ask for. */
export function BoardFoot({ attributions, language }: BoardFootProps): ReactElement | null {
  const sources = [...new Map(attributions.map((source) => [JSON.stringify(source), source]))]
  if (sources.length === 0) return null
  return (
    <p className="ak-board-foot">
      <Line text={`${transitWord(language, 'data')}:`} language={language} />
      {sources.map(([key, attribution], n) => (
        <Fragment key={key}>
          {n === 0 ? ' ' : ' / '}
          <SourceLine attribution={attribution} language={language} />
        </Fragment>
      ))}
    </p>
  )
}
