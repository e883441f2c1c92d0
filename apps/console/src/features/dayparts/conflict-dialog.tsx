import type { DaypartInput, DaypartView } from '@akari/protocol'
import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { newestDayparts } from '../../api/schedule.ts'
import { type Choices, type Shown, TwoVersions } from '../../parts/two-versions.tsx'
import { DaypartTracks } from './daypart-tracks.tsx'

/** Somebody saved the same daypart meanwhile, or deleted it. */
export function ConflictDialog(choices: Choices<DaypartView, DaypartInput>): ReactElement {
  const { t } = useTranslation()
  return (
    <TwoVersions
      {...choices}
      newest={newestDayparts}
      draftOf={(theirs): DaypartInput => theirs}
      texts={{ deleted: t('timing.dayparts.deleted'), saveAsNew: t('timing.dayparts.saveAsNew') }}
      show={Version}
    />
  )
}

function Version({ draft }: Shown<DaypartInput>): ReactElement {
  return (
    <>
      <p>
        <b>{draft.name}</b>
      </p>
      <DaypartTracks times={draft.times} exceptions={draft.exceptions} />
    </>
  )
}
