import { withoutRuby } from '@akari/protocol'
import type { ReactElement } from 'react'
import { useKiosk } from './kiosk-context.ts'
import { Press, Word } from './parts.tsx'
import type { Left } from './use-leaving.ts'

const ROUND = 2 * Math.PI * 44

/** Nobody has touched the glass for a while: a ring that runs out, and one touch to stay. */
export function Leaving({ left: { s, share }, onStay }: { left: Left; onStay: () => void }): ReactElement {
  const { word } = useKiosk()
  return (
    <div
      className="ak-leaving"
      role="alertdialog"
      aria-modal
      aria-label={withoutRuby(word('stillThere'))}
      data-testid="leaving"
    >
      <div className="ak-leaving-card">
        <div className="ak-leaving-ring">
          <svg viewBox="0 0 100 100" aria-hidden focusable="false">
            <circle className="ak-leaving-track" cx="50" cy="50" r="44" />
            <circle
              className="ak-leaving-left"
              cx="50"
              cy="50"
              r="44"
              strokeDasharray={ROUND}
              strokeDashoffset={ROUND * (1 - share)}
              transform="rotate(-90 50 50)"
            />
          </svg>
          <strong>{s}</strong>
        </div>
        <h2>
          <Word of="stillThere" />
        </h2>
        <p>
          <Word of="leavingIn" gaps={{ seconds: String(s) }} />
        </p>
        <Press kind="wide" main testId="stay" onPress={onStay}>
          <Word of="goOn" />
        </Press>
      </div>
    </div>
  )
}
