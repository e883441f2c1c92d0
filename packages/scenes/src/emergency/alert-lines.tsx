import { type Alert, type KioskLanguage, type Language, type Texts, textIn } from '@akari/protocol'
import type { ReactElement } from 'react'
import { kioskLanguage, say } from '../locales/words.ts'
import { momentWords } from '../text/moment.ts'
import { Line } from '../text/text.tsx'

/** Japanese and English always, then the visitor's own language: the languages of an emergency, without repeats. */
export function emergencyLanguages(visitor: KioskLanguage): readonly KioskLanguage[] {
  return visitor === 'ja' || visitor === 'en' ? ['ja', 'en'] : ['ja', 'en', visitor]
}

/** One text in each language of an emergency, each line once, however many languages lack a translation. */
export function emergencyLines(texts: Texts, visitor: KioskLanguage): readonly { text: string; language: Language }[] {
  const lines: { text: string; language: Language }[] = []
  for (const wanted of emergencyLanguages(visitor)) {
    const found = textIn(texts, wanted)
    if (!lines.some((line) => line.language === found.language)) lines.push(found)
  }
  return lines
}

/** The colour of an alert's field: what is over has no level any more. */
export function fieldOf(alert: Alert): Alert['presentation']['field'] {
  return alert.phase === 'inForce' ? alert.presentation.field : 'ended'
}

/** `11月22日（日） 14:05 発表` and who issued it, in one language. */
export function Issued({
  alert,
  language,
  timeZone,
}: {
  alert: Alert
  language: Language
  timeZone: string
}): ReactElement {
  const words = kioskLanguage(language)
  return (
    <>
      <Line text={say(words, 'issued', { ...momentWords(alert.sentAt, words, timeZone) })} language={words} />
      <span className="ak-gap" />
      <SourceName texts={alert.source.name} language={words} />
    </>
  )
}

function SourceName({ texts, language }: { texts: Texts; language: Language }): ReactElement {
  const name = textIn(texts, language)
  return <Line text={name.text} language={name.language} />
}
