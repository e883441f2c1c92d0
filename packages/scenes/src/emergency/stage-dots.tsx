import { type KioskLanguage, type Stage, withoutRuby } from '@akari/protocol'
import type { ReactElement } from 'react'
import { say, type WordKey } from '../locales/words.ts'

const NAMES: Record<Stage, WordKey> = {
  protect: 'stageProtect',
  situation: 'stageSituation',
  route: 'stageRoute',
  shelters: 'stageShelters',
}

interface StageDotsProps {
  /** The stages of the alert in their order; with fewer than two there is nothing to tell. */
  stages: readonly Stage[]
  stage: Stage
  language: KioskLanguage
}

/** Which of its screens an alert is at, as a row of dots: more follows, or this is the last. */
export function StageDots({ stages, stage, language }: StageDotsProps): ReactElement | null {
  if (stages.length < 2) return null
  const at = stages.indexOf(stage)
  const count = String(stages.length)
  const label = say(language, 'stages', { count, at: String(at + 1), name: say(language, NAMES[stage]) })
  return (
    <ol className="ak-stages" role="img" aria-label={withoutRuby(label)}>
      {stages.map((one, index) => (
        <li key={one} data-state={index < at ? 'past' : index === at ? 'now' : 'next'} />
      ))}
    </ol>
  )
}
