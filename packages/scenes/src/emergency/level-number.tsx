import type { Alert } from '@akari/protocol'
import type { ReactElement } from 'react'
import { WORDS } from '../locales/words.ts'

/** The level as a number that is seen from afar, with its word; nothing for hazards without levels or what is over. */
export function LevelNumber({ alert }: { alert: Alert }): ReactElement | null {
  if (alert.level === null || alert.phase !== 'inForce') return null
  return (
    <p className="ak-level">
      <span className="ak-level-word" lang="ja">
        {WORDS.ja.level}
      </span>
      <strong>{alert.level}</strong>
    </p>
  )
}
