import { SegmentedControl, Stack } from '@mantine/core'
import { type ReactElement, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { MomentField } from '../../../parts/moment-field.tsx'
import type { ClosureDraft } from './closure-draft.ts'

/** From when until when: at once and until somebody opens it again, unless somebody says otherwise. */
export function WhenStep({
  draft,
  onChange,
}: {
  draft: ClosureDraft
  onChange: (draft: ClosureDraft) => void
}): ReactElement {
  const { t } = useTranslation()
  const [isPlanned, setIsPlanned] = useState(draft.from !== null)
  const [hasEnd, setHasEnd] = useState(draft.until !== null)
  return (
    <Stack gap="xs">
      <SegmentedControl
        fullWidth
        value={isPlanned ? 'planned' : 'now'}
        onChange={(value) => {
          setIsPlanned(value === 'planned')
          if (value === 'now') onChange({ ...draft, from: null })
        }}
        data={[
          { value: 'now', label: t('venues.closures.now') },
          { value: 'planned', label: t('venues.closures.planned') },
        ]}
        aria-label={t('venues.closures.begins')}
      />
      {isPlanned && (
        <MomentField
          label={t('venues.closures.begins')}
          placeholder={t('venues.closures.now')}
          value={draft.from}
          onChange={(from) => onChange({ ...draft, from })}
        />
      )}
      <SegmentedControl
        fullWidth
        value={hasEnd ? 'time' : 'opened'}
        onChange={(value) => {
          setHasEnd(value === 'time')
          if (value === 'opened') onChange({ ...draft, until: null })
        }}
        data={[
          { value: 'opened', label: t('venues.closures.untilOpened') },
          { value: 'time', label: t('venues.closures.untilTime') },
        ]}
        aria-label={t('venues.closures.ends')}
      />
      {hasEnd && (
        <MomentField
          label={t('venues.closures.ends')}
          placeholder={t('venues.closures.untilOpened')}
          value={draft.until}
          onChange={(until) => onChange({ ...draft, until })}
        />
      )}
    </Stack>
  )
}
