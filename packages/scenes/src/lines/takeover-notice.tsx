import type { KioskLanguage } from '@akari/protocol'
import type { ReactElement } from 'react'
import { say } from '../locales/words.ts'
import { Line } from '../text/text.tsx'

interface TakeoverNoticeProps {
  /** What staff called the takeover; said in Japanese, the language it is written in. */
  name: string
  /** Until it begins. */
  seconds: number
  language: KioskLanguage
}

/** Tells the visitor at the glass that it is about to be taken over, and in how many seconds. */
export function TakeoverNotice({ name, seconds, language }: TakeoverNoticeProps): ReactElement {
  return (
    <section className="ak-quiet-line ak-takeover-notice" data-easy={language === 'ja-x-easy'} data-testid="notice">
      <p className="ak-takeover-words" role="status">
        <Line text={say(language, 'takeoverSoon', { name })} language={language} />
      </p>
      <p className="ak-takeover-seconds">
        <Line text={say(language, 'takeoverIn', { seconds: String(seconds) })} language={language} />
      </p>
    </section>
  )
}
