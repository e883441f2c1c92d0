import { isAimless } from '@akari/programme'
import { Alert } from '@mantine/core'
import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { useNow } from '../../parts/use-now.ts'
import type { SittingDraft } from './sitting-draft.ts'

const LOOKS_MS = 10_000

/** What a plan may be saved with, but hardly means: a time that is over, no display. Nothing for neither. */
export function PlanWarnings({ draft: { endsAt, targets } }: { draft: SittingDraft }): ReactElement | null {
  const { t } = useTranslation()
  const isOver = Date.parse(endsAt) <= useNow(LOOKS_MS)
  const isNowhere = isAimless(targets)
  if (!isOver && !isNowhere) return null
  return (
    <Alert color="amber" role="status" data-testid="sitting-warnings">
      {isOver && <div>{t('sittings.isPast')}</div>}
      {isNowhere && <div>{t('sittings.isNowhere')}</div>}
    </Alert>
  )
}
