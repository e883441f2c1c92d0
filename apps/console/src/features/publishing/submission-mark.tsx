import type { SubmissionState } from '@akari/protocol'
import { IconArrowBackUp, IconCheck, IconClock, IconHourglass, IconX } from '@tabler/icons-react'
import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import classes from './publishing.module.css'

const ICONS = {
  submitted: IconHourglass,
  approved: IconClock,
  sentBack: IconArrowBackUp,
  published: IconCheck,
  withdrawn: IconX,
}

/** Where a submission stands, by shape, word and colour. */
export function SubmissionMark({ state }: { state: SubmissionState }): ReactElement {
  const { t } = useTranslation()
  const Icon = ICONS[state]
  return (
    <span className={classes.mark} data-state={state}>
      <Icon size={16} stroke={2} aria-hidden />
      {t(`approvals.state.${state}`)}
    </span>
  )
}
