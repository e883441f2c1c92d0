import { Alert } from '@mantine/core'
import { IconArrowsExchange } from '@tabler/icons-react'
import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { ApiError, isConflict } from '../../api/problem.ts'
import { ownLanguageOf, Trouble } from '../../parts/trouble.tsx'
import classes from './clerk.module.css'

/** Why a step was not taken: who was first with what, or what else was wrong. Nothing for no error. */
export function StepRefused({ error, onClose }: { error: unknown; onClose: () => void }): ReactElement | null {
  const { t } = useTranslation()
  if (!(error instanceof ApiError) || !isConflict(error) || error.detail === null) return <Trouble error={error} />
  return (
    <Alert
      color="amber"
      icon={<IconArrowsExchange aria-hidden />}
      title={t('sittings.otherFirst')}
      role="alert"
      withCloseButton
      closeButtonLabel={t('common.close')}
      onClose={onClose}
      data-testid="step-refused"
    >
      <p className={classes.told}>
        {ownLanguageOf(error.detail)} {t('sittings.otherFirstNext')}
      </p>
    </Alert>
  )
}
