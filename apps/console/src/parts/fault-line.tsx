import { Anchor, Text } from '@mantine/core'
import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'

/** A field that keeps something from being saved; `key` tells it from the others, `name` is what it is called on the page. */
type FaultyField<Fault> = { key: string; name: string; fault: Fault }

/** Beside the button that cannot be pressed: the fields that keep it from saving, each a link into the field. */
export function FaultLine<Fault>({
  fields,
  onGo,
  testId,
}: {
  fields: readonly FaultyField<Fault>[]
  onGo: (fault: Fault) => void
  testId: string
}): ReactElement | null {
  const { t } = useTranslation()
  if (fields.length === 0) return null
  return (
    <Text size="sm" ta="right" role="status" data-testid={testId}>
      {t('common.toSave')}
      {fields.map(({ key, name, fault }, index) => (
        <span key={key}>
          {index > 0 && t('common.listSeparator')}
          <Anchor component="button" type="button" size="sm" underline="always" onClick={() => onGo(fault)}>
            {name}
          </Anchor>
        </span>
      ))}
    </Text>
  )
}
