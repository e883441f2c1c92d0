import type { ReactElement } from 'react'
import { useKiosk } from './kiosk-context.ts'
import { Press, Word } from './parts.tsx'

/** The ways back, always at the same place: one screen, to the beginning, and out. */
export function Keys({ isHome }: { isHome: boolean }): ReactElement {
  const { tell } = useKiosk()
  return (
    <nav className="ak-kiosk-keys" data-testid="keys">
      <Press icon="back" kind="nav" testId="back" disabled={isHome} onPress={() => tell({ type: 'back' })}>
        <Word of="back" />
      </Press>
      <Press icon="home" kind="nav" testId="home" disabled={isHome} onPress={() => tell({ type: 'home' })}>
        <Word of="home" />
      </Press>
      <Press icon="leave" kind="nav" testId="leave" onPress={() => tell({ type: 'ended' })}>
        <Word of="leave" />
      </Press>
    </nav>
  )
}
