import type { HoursView, OperatingHours } from '@akari/protocol'
import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { newestHours } from '../../api/schedule.ts'
import { type Choices, type Shown, TwoVersions } from '../../parts/two-versions.tsx'
import { WeekPicture } from '../../parts/hours/week-picture.tsx'

/** Somebody saved the same hours meanwhile, or took them away. */
export function ConflictDialog(choices: Choices<HoursView, OperatingHours>): ReactElement {
  const { t } = useTranslation()
  return (
    <TwoVersions
      {...choices}
      newest={newestHours}
      draftOf={({ hours }) => hours}
      texts={{ deleted: t('timing.hours.deleted'), saveAsNew: t('timing.hours.saveAgain') }}
      keepsBoth={false}
      show={Version}
    />
  )
}

function Version({ draft }: Shown<OperatingHours>): ReactElement {
  return <WeekPicture hours={draft} />
}
