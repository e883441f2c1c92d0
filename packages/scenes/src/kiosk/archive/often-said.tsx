import type { RecordingTranscript } from '@akari/protocol'
import { type ReactElement, useMemo } from 'react'
import { useKiosk } from '../kiosk-context.ts'
import { Press, Word } from '../parts.tsx'
import { frequentWords } from './frequent-words.ts'

/** The words that matter, for who does not know what to look for. */
export function OftenSaid({ transcript }: { transcript: RecordingTranscript }): ReactElement | null {
  const { language, tell } = useKiosk()
  const words = useMemo(() => frequentWords(transcript, language), [transcript, language])
  if (words.length === 0) return null
  return (
    <section className="ak-often">
      <h2>
        <Word of="oftenSaid" />
      </h2>
      <div>
        {words.map((often) => (
          <Press key={often} kind="chip" testId="often" onPress={() => tell({ type: 'typed', text: often })}>
            {often}
          </Press>
        ))}
      </div>
    </section>
  )
}
