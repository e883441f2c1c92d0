import type { Channel } from '@akari/protocol'
import type { ReactElement } from 'react'
import { WORDS } from '../locales/words.ts'

/** What a line is, where live and drill share the glass: 訓練, or that it is real. Always Japanese and English. */
export function ChannelMark({ channel }: { channel: Channel }): ReactElement {
  const key = channel === 'drill' ? 'drill' : 'notDrill'
  return (
    <p className="ak-line-mark">
      <strong lang="ja">{WORDS.ja[key]}</strong>
      <strong lang="en">{WORDS.en[key]}</strong>
    </p>
  )
}
