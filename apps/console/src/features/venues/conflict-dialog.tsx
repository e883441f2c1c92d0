import type { VenueDraft, VenueEdits } from '@akari/protocol'
import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { newestVenue } from '../../api/venues.ts'
import { type Choices, type Shown, TwoVersions } from '../../parts/two-versions.tsx'
import { differentLists } from './model/editor.ts'

/** `updatedAt` as the dialog names it. */
type Theirs = VenueDraft & { updatedAt: string }

/** Somebody saved the same venue meanwhile. */
export function ConflictDialog({ id, ...choices }: Choices<VenueDraft, VenueEdits>): ReactElement {
  const { t } = useTranslation()
  return (
    <TwoVersions<Theirs, VenueEdits>
      {...choices}
      id={id}
      newest={async () => {
        const newest = await newestVenue(id)
        return [{ ...newest, updatedAt: newest.changedAt }]
      }}
      draftOf={({ edits }) => edits}
      texts={{ deleted: t('venues.goneHint'), saveAsNew: t('venues.saveAsNew') }}
      keepsBoth={false}
      show={Version}
    />
  )
}

/** How much of what there is in the parts that differ. */
function Version({ draft, other }: Shown<VenueEdits>): ReactElement {
  const { t } = useTranslation()
  return (
    <ul>
      {differentLists(draft, other).map((list) => (
        <li key={list}>
          {t(`venues.edits.${list}`)} <mark>{t('venues.edits.count', { count: draft[list]?.length ?? 0 })}</mark>
        </li>
      ))}
    </ul>
  )
}
