import type { ReactElement } from 'react'
import { WORDS } from '../locales/words.ts'

/** The hatched band along the top edge of every frame that shows a drill. Always Japanese and English. */
export function DrillBand(): ReactElement {
  return (
    <div className="ak-drill" role="status">
      <div className="ak-drill-plate">
        <strong lang="ja">{WORDS.ja.drill}</strong>
        <strong lang="en">{WORDS.en.drill}</strong>
        <span lang="ja">{WORDS.ja.drillNotice}</span>
      </div>
    </div>
  )
}
