import type { SoundHoursView } from '@akari/protocol'
import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { newestSoundHours } from '../../api/sound-hours.ts'
import { type Choices, type Shown, TwoVersions } from '../../parts/two-versions.tsx'
import { WeekPicture } from '../../parts/hours/week-picture.tsx'
import { draftOf, type SoundDraft } from './sound-draft.ts'

/** Somebody saved the same sound hours meanwhile, or took them away. */
export function ConflictDialog(choices: Choices<SoundHoursView, SoundDraft>): ReactElement {
  const { t } = useTranslation()
  return (
    <TwoVersions
      {...choices}
      newest={newestSoundHours}
      draftOf={draftOf}
      texts={{ deleted: t('sound.deleted'), saveAsNew: t('sound.saveAgain') }}
      keepsBoth={false}
      show={Version}
    />
  )
}

function Version({ draft }: Shown<SoundDraft>): ReactElement {
  const { t } = useTranslation()
  return (
    <>
      <p>
        {draft.name} · {t('sound.percent', { volume: draft.volume })}
      </p>
      <WeekPicture hours={draft.times} />
    </>
  )
}
