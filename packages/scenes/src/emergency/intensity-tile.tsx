import type { IntensityRange } from '@akari/protocol'
import type { ReactElement } from 'react'
import { WORDS } from '../locales/words.ts'
import { AlertSymbol } from './alert-symbol.tsx'
import { gravestIntensity, intensityWords } from './intensity.ts'

/** 震度 on its own colour: symbol, word and number, in Japanese and English. Draws nothing for what is no 震度. */
export function IntensityTile({ intensity }: { intensity: IntensityRange }): ReactElement | null {
  const gravest = gravestIntensity(intensity)
  if (gravest === null) return null
  return (
    <div className="ak-intensity" data-intensity={gravest} data-holds>
      <p className="ak-intensity-word">
        <AlertSymbol symbol="earthquake" />
        <span lang="ja">{WORDS.ja.intensity}</span>
      </p>
      <strong className="ak-intensity-number" lang="ja" data-long={intensity.from !== intensity.to}>
        {intensityWords(intensity, 'ja')}
      </strong>
      <p className="ak-intensity-english" lang="en">
        <span className="ak-gloss">{WORDS.en.intensity} </span>
        {intensityWords(intensity, 'en')}
      </p>
    </div>
  )
}
