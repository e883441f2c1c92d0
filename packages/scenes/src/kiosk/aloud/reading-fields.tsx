import type { ReactElement } from 'react'
import { Icon, type IconName } from '../icons.tsx'
import { useKiosk } from '../kiosk-context.ts'
import { Word } from '../parts.tsx'
import type { Move } from './use-linear.ts'

const FIELDS: readonly { move: Move; icon: IconName; word: 'previous' | 'choose' | 'next' }[] = [
  { move: 'before', icon: 'before', word: 'previous' },
  { move: 'choose', icon: 'go', word: 'choose' },
  { move: 'after', icon: 'after', word: 'next' },
]

/** Three fields that a hand finds without looking: back, choose, on. `heard` stands above them for whoever reads along. */
export function ReadingFields({ heard, onMove }: { heard: string; onMove: (move: Move) => void }): ReactElement {
  const { language } = useKiosk()
  return (
    <div className="ak-reading-fields" data-testid="reading-fields">
      <p className="ak-reading-heard" lang={language} aria-hidden>
        {heard}
      </p>
      {FIELDS.map(({ move, icon, word }) => (
        <button
          key={move}
          type="button"
          className="ak-reading-field"
          tabIndex={-1}
          data-testid={`reading-${move}`}
          // What is being read keeps the focus.
          onMouseDown={(press) => press.preventDefault()}
          onClick={() => onMove(move)}
        >
          <Icon name={icon} />
          <Word of={word} />
        </button>
      ))}
    </div>
  )
}
