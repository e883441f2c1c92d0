import { type KioskLanguage, type Texts, textIn } from '@akari/protocol'
import { type ReactElement, useRef } from 'react'
import { AlertSymbol } from '../emergency/alert-symbol.tsx'
import { emergencyLanguages } from '../emergency/alert-lines.ts'
import { say } from '../locales/words.ts'
import { useFit } from '../text/fit.ts'
import { momentWords } from '../text/moment.ts'
import { Line } from '../text/text.tsx'

interface FallbackSceneProps {
  city: Texts | null
  nowMs: number | null
  timeZone: string
  language: KioskLanguage
}

/** What is left when nothing else is: whose house this is, the time, the way out, and an apology. Needs no content at all. */
export function FallbackScene({ city, nowMs, timeZone, language }: FallbackSceneProps): ReactElement {
  const name = city === null ? { text: say(language, 'defaultCity'), language } : textIn(city, language)
  const house = useRef<HTMLDivElement>(null)
  const apology = useRef<HTMLDivElement>(null)
  useFit(house, name.text, 0.4)
  useFit(apology, language, 0.6)
  const languages = language === 'ja' ? (['ja', 'en'] as const) : (['ja', language] as const)
  return (
    <section className="ak-scene ak-fallback">
      <div className="ak-fallback-house" ref={house}>
        <h1>
          <Line {...name} />
        </h1>
        {nowMs !== null && <time className="ak-fallback-time">{momentWords(nowMs, language, timeZone).time}</time>}
      </div>
      <div className="ak-fallback-exits">
        <AlertSymbol symbol="exit" />
        <div>
          {emergencyLanguages(language).map((spoken) => (
            <p key={spoken}>
              <Line text={say(spoken, 'fallbackExits')} language={spoken} />
            </p>
          ))}
        </div>
      </div>
      <div className="ak-fallback-apology" ref={apology}>
        {languages.map((spoken) => (
          <p key={spoken}>
            <Line text={say(spoken, 'fallbackApology')} language={spoken} />
          </p>
        ))}
      </div>
    </section>
  )
}
