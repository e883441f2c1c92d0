import type { Texts } from '@akari/protocol'
import type { ReactElement } from 'react'
import { Line } from '../text/text.tsx'
import { RotatingLine } from './rotating-line.tsx'
import type { Turn } from './rotation.ts'

interface SpokenLinesProps {
  texts: Texts
  /** Null: Japanese and English alone, where seconds count. */
  turn: Turn | null
  easyStands: boolean
}

/**
 * One sentence for everybody: Japanese the largest, the same in やさしい日本語 where there is room, English, and the other
 * languages in turn.
 */
export function SpokenLines({ texts, turn, easyStands }: SpokenLinesProps): ReactElement {
  const easy = turn === null ? undefined : texts['ja-x-easy']
  return (
    <>
      <p className="ak-emergency-instruction">
        <Line text={texts.ja} language="ja" />
      </p>
      {easy !== undefined && (
        <p className="ak-emergency-translation ak-emergency-easy">
          <Line text={easy} language="ja-x-easy" />
        </p>
      )}
      {texts.en !== undefined && (
        <p className="ak-emergency-translation">
          <Line text={texts.en} language="en" />
        </p>
      )}
      {turn !== null && <RotatingLine texts={texts} turn={turn} easyStands={easyStands} />}
    </>
  )
}
