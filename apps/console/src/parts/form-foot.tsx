import { Button, Group, Text } from '@mantine/core'
import { type ReactElement, useId } from 'react'
import { useTranslation } from 'react-i18next'

/** The end of a form: why it cannot be saved yet (null: it can), the way out (null: there is none), and save, which submits where it has no `onSave`. */
export function FormFoot({
  missing,
  saving,
  saveText,
  testId,
  onStop,
  onSave,
}: {
  missing: string | null
  saving: boolean
  /** What the button says where that is not 保存. */
  saveText?: string
  testId: string
  onStop: (() => void) | null
  onSave?: () => void
}): ReactElement {
  const { t } = useTranslation()
  const why = useId()
  return (
    <Group justify="flex-end" gap="sm">
      <Text id={why} role="status" size="sm" c="gray.7" flex={1} data-testid={`${testId}-missing`}>
        {missing}
      </Text>
      {onStop !== null && (
        <Button variant="default" onClick={onStop}>
          {t('common.stop')}
        </Button>
      )}
      <Button
        type={onSave === undefined ? 'submit' : 'button'}
        disabled={missing !== null}
        aria-describedby={why}
        loading={saving}
        {...(onSave === undefined ? {} : { onClick: onSave })}
        data-testid={testId}
      >
        {saveText ?? t('common.save')}
      </Button>
    </Group>
  )
}
