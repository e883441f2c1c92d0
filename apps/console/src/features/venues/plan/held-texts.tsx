import type { Texts } from '@akari/protocol'
import { type ReactElement, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { TextsField } from '../../../parts/texts-field.tsx'
import classes from './plan.module.css'

/** A text in every language that is never without Japanese: while that is empty, the venue keeps what was there. */
export function HeldTexts({
  label,
  value,
  onChange,
  testId,
}: {
  label: string
  value: Texts
  onChange: (value: Texts) => void
  testId?: string
}): ReactElement {
  const { t } = useTranslation()
  const [emptied, setEmptied] = useState<Texts | null>(null)
  return (
    <div>
      <TextsField
        label={label}
        value={emptied ?? value}
        onChange={(next) => {
          const isEmpty = next.ja.trim() === ''
          setEmptied(isEmpty ? next : null)
          if (!isEmpty) onChange(next)
        }}
        {...(testId === undefined ? {} : { testId })}
      />
      {emptied !== null && (
        <p className={classes.trouble} role="alert">
          {t('venues.panel.needsJapanese')}
        </p>
      )}
    </div>
  )
}
