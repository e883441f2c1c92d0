import type { KioskLanguage } from '@akari/protocol'
import type { ReactElement } from 'react'
import { say } from '../locales/words.ts'
import { Line } from '../text/text.tsx'

/** Says that the alert may be out of date: nobody has been able to tell for a while whether it still holds. */
export function StaleLine({ language }: { language: KioskLanguage }): ReactElement {
  const other = language === 'ja' ? 'en' : language
  return (
    <p className="ak-stale">
      <Line text={say('ja', 'newsStopped')} language="ja" />
      <Line text={say(other, 'newsStopped')} language={other} />
    </p>
  )
}
