import { FallbackScene, SceneBoundary, Stage } from '@akari/scenes'
import { type ReactElement, type ReactNode, useState } from 'react'
import { profileFor } from '../glass/profile.ts'

const START_AGAIN_MS = 3000

interface RestartingGlassProps {
  onCrash: (error: unknown) => void
  children: ReactNode
}

/** The last net: when the page itself fails to draw, the built-in scene stands in and the page is drawn anew. */
export function RestartingGlass({ onCrash, children }: RestartingGlassProps): ReactElement {
  const [life, setLife] = useState(0)
  const crashed = (error: unknown): void => {
    onCrash(error)
    setTimeout(() => setLife((n) => n + 1), START_AGAIN_MS)
  }
  return (
    <SceneBoundary key={life} onCrash={crashed} instead={<LastResort />}>
      {children}
    </SceneBoundary>
  )
}

function LastResort(): ReactElement {
  return (
    <Stage profile={profileFor(null, { width: window.innerWidth, height: window.innerHeight })} language="ja">
      <FallbackScene city={null} nowMs={null} timeZone="Asia/Tokyo" language="ja" />
    </Stage>
  )
}
