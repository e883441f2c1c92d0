import { type Alert, type KioskLanguage, type Language, type Texts, textIn } from '@akari/protocol'

/** Japanese and English always, then the visitor's own language: the languages of an emergency, without repeats. */
export function emergencyLanguages(visitor: KioskLanguage): readonly KioskLanguage[] {
  return visitor === 'ja' || visitor === 'en' ? ['ja', 'en'] : ['ja', 'en', visitor]
}

/** One text in each language of an emergency, each line once, however many languages lack a translation. */
export function emergencyLines(texts: Texts, visitor: KioskLanguage): readonly { text: string; language: Language }[] {
  const lines: { text: string; language: Language }[] = []
  for (const wanted of emergencyLanguages(visitor)) {
    const found = textIn(texts, wanted)
    if (!lines.some((line) => line.language === found.language || line.text === found.text)) lines.push(found)
  }
  return lines
}

/** The colour of an alert's field: what is over has no level any more. */
export function fieldOf(alert: Alert): Alert['presentation']['field'] {
  return alert.phase === 'inForce' ? alert.presentation.field : 'ended'
}
