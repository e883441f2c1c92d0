import { KIOSK_LANGUAGES } from '@akari/protocol'
import type { ReactElement } from 'react'
import { Icon } from './icons.tsx'
import { kioskWord } from './kiosk-words.ts'

/** Those that who passes by in another language looks for. */
const OTHERS = KIOSK_LANGUAGES.filter((language) => language !== 'ja' && language !== 'ja-x-easy')

/** Under what a display shows while nobody is there: that it answers to a touch. Read from three metres. `isSlim`: in as little as it needs. */
export function Invitation({ isSlim = false }: { isSlim?: boolean }): ReactElement {
  return (
    <aside className="ak-invitation" data-slim={isSlim} data-testid="invitation">
      <Icon name="hand" />
      <p className="ak-invitation-ja" lang="ja">
        <strong>{kioskWord('ja', 'invite')}</strong>
        {!isSlim && <span>{kioskWord('ja', 'inviteMore')}</span>}
        <span className="ak-invitation-hold">
          <Icon name="aloud" />
          {kioskWord('ja', 'holdToListen')}
        </span>
      </p>
      <ul>
        {OTHERS.map((language) => (
          <li key={language} lang={language}>
            {kioskWord(language, 'invite')}
          </li>
        ))}
      </ul>
    </aside>
  )
}
