import { Switch, Text } from '@mantine/core'
import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { useRecordings } from '../../api/recordings.ts'
import type { ChangeSitting } from './said-fields.tsx'
import type { SittingDraft } from './sitting-draft.ts'

/** Whether a sitting is recorded, and what that takes. */
export function RecordSwitch(props: { draft: SittingDraft; onChange: ChangeSitting }): ReactElement {
  const { draft, onChange } = props
  const { t } = useTranslation()
  const { data } = useRecordings()
  const hasStream = draft.streamId !== null
  return (
    <div>
      <Switch
        label={t('sittings.record')}
        description={hasStream ? t('sittings.recordHint') : t('sittings.recordNeedsStream')}
        checked={draft.isRecorded && hasStream}
        disabled={!hasStream}
        onChange={(event) => onChange({ isRecorded: event.currentTarget.checked }, 'record')}
        data-testid="sitting-record"
      />
      {hasStream && data?.canRecord === false && (
        <Text size="sm" mt="xs" role="status">
          {t('recordings.noFfmpegText')}
        </Text>
      )}
    </div>
  )
}
