import { type Channel, type DeskDraft, type Texts, wordsMost } from '@akari/protocol'
import { SegmentedControl } from '@mantine/core'
import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { TextsField } from '../../parts/texts-field.tsx'
import { MessageDesk } from './message-desk.tsx'
import classes from './desk.module.css'
import compose from './compose.module.css'

/** What somebody has written so far, kept while they look at something else on the desk. */
export type Written = {
  field: Extract<DeskDraft, { kind: 'text' }>['field']
  words: Record<(typeof PARTS)[number], Texts>
}

const PARTS = ['headline', 'instruction', 'area'] as const
const FIELDS = ['evacuation', 'level1'] as const
const EMPTY: Written['words'] = { headline: { ja: '' }, instruction: { ja: '' }, area: { ja: '' } }
export const NOTHING_WRITTEN: Written = { field: 'evacuation', words: EMPTY }

/** What no template says: a headline, one instruction and where; a second person confirms it. */
export function FreeTextForm({
  channel,
  written: { field, words },
  onWrite,
}: {
  channel: Channel
  written: Written
  onWrite: (written: Written) => void
}): ReactElement {
  const { t } = useTranslation()
  const setField = (next: Written['field']): void => onWrite({ field: next, words })
  const setWords = (next: Written['words']): void => onWrite({ field, words: next })
  return (
    <>
      <h2>
        <span className={classes.number}>1</span>
        {t('freeText.what')}
      </h2>
      <p className={classes.calm}>{t(`freeText.languages.${channel}`)}</p>
      <div className={compose.words}>
        {PARTS.map((part) => (
          <div key={part}>
            <TextsField
              label={t(`freeText.part.${part}`)}
              value={words[part]}
              onChange={(texts) => setWords({ ...words, [part]: texts })}
              testId={`text-${part}`}
            />
            <small className="numbers">
              {t('freeText.count', {
                ja: [...words[part].ja].length,
                jaMost: wordsMost(part, 'ja'),
                en: [...(words[part].en ?? '')].length,
                enMost: wordsMost(part, 'en'),
              })}
            </small>
          </div>
        ))}
      </div>
      <SegmentedControl
        aria-label={t('freeText.field')}
        value={field}
        onChange={(next) => setField(FIELDS.find((each) => each === next) ?? 'evacuation')}
        data={FIELDS.map((each) => ({ value: each, label: t(`freeText.fields.${each}`) }))}
      />
      <p className={classes.calm}>{t(`freeText.fieldHint.${field}`)}</p>
      <MessageDesk
        channel={channel}
        draft={PARTS.some((part) => words[part].ja !== '') ? { kind: 'text', field, words } : null}
        firstNumber={2}
        onSent={() => setWords(EMPTY)}
      />
    </>
  )
}
