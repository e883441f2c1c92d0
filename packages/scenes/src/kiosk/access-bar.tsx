import { withoutRuby } from '@akari/protocol'
import type { ReactElement } from 'react'
import { type Switch, type Volume, VOLUMES } from './flow.ts'
import { useKiosk } from './kiosk-context.ts'
import type { KioskWord } from './kiosk-words.ts'
import { Press, Word } from './parts.tsx'

const LOUDNESS: Record<Volume, KioskWord> = { 0: 'volume0', 1: 'volume1', 2: 'volume2', 3: 'volume3' }

/** How the kiosk can be made easier to use: at the same place on every screen, one touch each. */
export function AccessBar({ canBeLow }: { canBeLow: boolean }): ReactElement {
  const { comfort, tell, word } = useKiosk()
  const switches: readonly Switch[] = canBeLow ? ['large', 'contrast', 'aloud', 'low'] : ['large', 'contrast', 'aloud']
  const louder = VOLUMES[(comfort.volume + 1) % VOLUMES.length] ?? 2
  return (
    <nav className="ak-access" aria-label={withoutRuby(word('accessBar'))}>
      <Press icon="language" kind="access" testId="languages" onPress={() => tell({ type: 'languages', shown: true })}>
        <Word of="language" />
      </Press>
      {switches.map((what) => (
        <Press
          key={what}
          icon={what}
          kind="access"
          testId={what}
          pressed={comfort[what]}
          onPress={() => tell({ type: 'switched', what })}
        >
          <Word of={what} />
        </Press>
      ))}
      <Press
        icon={comfort.volume === 0 ? 'muted' : 'volume'}
        kind="access"
        testId="volume"
        onPress={() => tell({ type: 'volume', volume: louder })}
      >
        <Word of="volume" /> <Word of={LOUDNESS[comfort.volume]} />
      </Press>
    </nav>
  )
}
