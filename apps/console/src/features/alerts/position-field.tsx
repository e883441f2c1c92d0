import type { GeoPoint } from '@akari/protocol'
import { TextInput } from '@mantine/core'
import { type ReactElement, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { readPosition, writtenPosition } from './position.ts'

/** A place on the earth as maps give it to copy: latitude, longitude. Null: nobody said. */
export function PositionField({
  label,
  hint,
  value,
  onChange,
  testId,
}: {
  label: string
  hint: string
  value: GeoPoint | null
  /** Not called for what nobody can read. */
  onChange: (value: GeoPoint | null) => void
  testId: string
}): ReactElement {
  const { t } = useTranslation()
  const [text, setText] = useState(() => writtenPosition(value))
  const isUnread = readPosition(text) === undefined
  return (
    <TextInput
      label={label}
      description={hint}
      placeholder="35.699512, 139.503021"
      inputMode="decimal"
      value={text}
      error={isUnread ? t('shelters.positionUnread') : null}
      onChange={(event) => {
        const written = event.currentTarget.value
        setText(written)
        const read = readPosition(written)
        if (read !== undefined) onChange(read)
      }}
      data-testid={testId}
    />
  )
}
