import { Alert, Button, Group } from '@mantine/core'
import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import type { Form } from './use-held-draft.ts'

/** Somebody else saved the same part of a source meanwhile: theirs, or what is written here. Nothing is lost before that. */
export function Overtaken<T>({ form: { state, drop, keep } }: { form: Form<T> }): ReactElement | null {
  const { t } = useTranslation()
  if (state !== 'overtaken') return null
  return (
    <Alert color="amber" title={t('conflict.title')} data-testid="feed-overtaken">
      {t('conflict.text')}
      <Group mt="sm">
        <Button size="sm" variant="default" onClick={drop} data-testid="feed-theirs">
          {t('conflict.useTheirs')}
        </Button>
        <Button size="sm" variant="light" color="vermilion" onClick={keep} data-testid="feed-mine">
          {t('feeds.keepMine')}
        </Button>
      </Group>
    </Alert>
  )
}
