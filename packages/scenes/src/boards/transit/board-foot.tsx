import { type FeedAttribution, type KioskLanguage, textIn } from '@akari/protocol'
import type { ReactElement } from 'react'
import { Line } from '../../text/text.tsx'
import { transitWord } from './transit-words.ts'

interface BoardFootProps {
  attributions: readonly FeedAttribution[]
  language: KioskLanguage
}

/** Whose data a board shows, with the licence: what open data ask for. */
export function BoardFoot({ attributions, language }: BoardFootProps): ReactElement | null {
  const lines = [
    ...new Set(
      attributions.map(({ text, licence }) => {
        const said = textIn(text, language).text
        return licence === undefined ? said : `${said} (${licence})`
      }),
    ),
  ]
  if (lines.length === 0) return null
  return (
    <p className="ak-board-foot">
      <Line text={`${transitWord(language, 'data')}: ${lines.join(' / ')}`} language={language} />
    </p>
  )
}
