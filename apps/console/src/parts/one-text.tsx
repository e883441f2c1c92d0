import { type Language, type Texts, textIn } from '@akari/protocol'
import { Textarea, TextInput } from '@mantine/core'
import type { ReactElement } from 'react'
import { withText } from './texts-in.ts'

/** A text in the language that is being written; the Japanese one stands in it as a hint. */
export function OneText({
  label,
  description,
  value,
  language,
  lines = 1,
  fault,
  onChange,
  testId,
}: {
  label: string
  description?: string
  value: Texts | undefined
  language: Language
  lines?: number
  /** What is wrong with it, in words. */
  fault: string | undefined
  onChange: (value: Texts) => void
  /** Also the id of the field. */
  testId: string
}): ReactElement {
  const texts = value ?? { ja: '' }
  const input = {
    id: testId,
    error: fault,
    label,
    description,
    lang: language,
    value: texts[language] ?? '',
    placeholder: language === 'ja' ? '' : textIn(texts, language).text,
    'data-testid': testId,
  }
  const write = (text: string): void => onChange(withText(texts, language, text))
  if (lines === 1) return <TextInput {...input} onChange={(event) => write(event.currentTarget.value)} />
  return (
    <Textarea {...input} autosize minRows={lines} maxRows={8} onChange={(event) => write(event.currentTarget.value)} />
  )
}
