import type { FeedAttribution, KioskLanguage } from '@akari/protocol'
import type { ReactElement } from 'react'
import { Text } from '../text/text.tsx'

/** 出典, in the words that staff set with the feed, and its licence. */
export function SourceLine({
  attribution,
  language,
}: {
  attribution: FeedAttribution
  language: KioskLanguage
}): ReactElement {
  const { text, licence } = attribution
  return (
    <span className="ak-board-source">
      <Text texts={text} language={language} />
      {licence !== undefined && <span lang="en"> ({licence})</span>}
    </span>
  )
}
