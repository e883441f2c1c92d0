import type { Id } from '@akari/protocol'
import { Anchor, Switch, Text } from '@mantine/core'
import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { useRecordings } from '../../api/recordings.ts'
import type { ChangeSitting } from './said-fields.tsx'
import type { SittingDraft } from './sitting-draft.ts'

/** Whether a sitting is recorded, what that takes, and the recordings that there are of it. */
export function RecordSwitch(props: {
  sittingId: Id | null
  draft: SittingDraft
  onChange: ChangeSitting
}): ReactElement {
  const { sittingId, draft, onChange } = props
  const { t } = useTranslation()
  const { data } = useRecordings()
  // A sitting that is gone has recordings of nobody: none of a new one.
  const made = data?.recordings.filter((each) => sittingId !== null && each.sittingId === sittingId) ?? []
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
      {made.map(({ id }, i) => (
        <Anchor
          key={id}
          component={Link}
          to={`/recordings/${id}`}
          display="block"
          mt="xs"
          data-testid="sitting-recorded"
        >
          {made.length === 1 ? t('recordings.toRecording') : t('recordings.toNthRecording', { n: made.length - i })}
        </Anchor>
      ))}
    </div>
  )
}
