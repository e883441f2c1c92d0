import type { Texts } from '@akari/protocol'
import type { ReactElement } from 'react'
import { emergencyLines } from '../emergency/alert-lines.ts'
import type { Turn } from '../emergency/rotation.ts'
import { RotatingLine } from '../emergency/rotating-line.tsx'
import { Line } from '../text/text.tsx'

interface BesideLinesProps {
  className: string
  texts: Texts
  turn: Turn
  /** Nothing takes turns: Japanese, English and what the visitor chose. */
  still: boolean
}

/** One text for everybody: Japanese and English stand, the other languages take turns below them. */
export function BesideLines({ className, texts, turn, still }: BesideLinesProps): ReactElement {
  return (
    <div className={className}>
      {emergencyLines(texts, still ? turn.language : 'ja').map(({ text, language }) => (
        <p key={language} data-first={language === 'ja'}>
          <Line text={text} language={language} />
        </p>
      ))}
      {!still && <RotatingLine texts={texts} turn={turn} easyStands={false} />}
    </div>
  )
}
