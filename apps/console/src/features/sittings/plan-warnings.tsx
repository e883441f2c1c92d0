import { isAimless } from '@akari/programme'
import type { SittingPhase } from '@akari/protocol'
import { Alert } from '@mantine/core'
import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { useNow } from '../../parts/use-now.ts'
import type { SittingDraft } from './sitting-draft.ts'

const LOOKS_MS = 10_000

/** What a plan may be saved with, but hardly means: an opening or an end that is past, no display. Nothing for neither. */
export function PlanWarnings({
  draft: { startsAt, endsAt, opening, targets },
  phase,
}: {
  draft: SittingDraft
  phase: SittingPhase
}): ReactElement | null {
  const { t } = useTranslation()
  const nowMs = useNow(LOOKS_MS)
  const isOver = Date.parse(endsAt) <= nowMs
  const isLate = !isOver && phase === 'planned' && Date.parse(startsAt) <= nowMs
  const isNowhere = isAimless(targets)
  if (!isOver && !isLate && !isNowhere) return null
  return (
    <Alert color="amber" role="status" data-testid="sitting-warnings">
      {isOver && <div>{t('sittings.isPast')}</div>}
      {isLate && <div>{t(opening === 'time' ? 'sittings.isLateOpens' : 'sittings.isLate')}</div>}
      {isNowhere && <div>{t('sittings.isNowhere')}</div>}
    </Alert>
  )
}
