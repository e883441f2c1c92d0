import type { RecordingTranscript } from '@akari/protocol'
import { type ReactElement, useMemo } from 'react'
import { useKiosk } from '../kiosk-context.ts'
import { Line } from '../../text/text.tsx'
import { Press, Word } from '../parts.tsx'
import { frequentWords } from './frequent-words.ts'
import { readWord } from './readings.ts'

/** The words that matter, for who does not know what to look for. */
export function OftenSaid({ transcript }: { transcript: RecordingTranscript }): ReactElement | null {
  const { language, tell } = useKiosk()
  const words = useMemo(() => {
    const isEasy = language === 'ja-x-easy'
    return frequentWords(transcript, language).map((word) => ({
      word,
      read: isEasy ? readWord(word, transcript) : word,
    }))
  }, [transcript, language])
  if (words.length === 0) return null
  return (
    <section className="ak-often">
      <h2>
        <Word of="oftenSaid" />
      </h2>
      <div>
        {words.map(({ word, read }) => (
          <Press key={word} kind="chip" testId="often" onPress={() => tell({ type: 'typed', text: word })}>
            <Line text={read} language={language} />
          </Press>
        ))}
      </div>
    </section>
  )
}
