import { type Id, SITTING_RULES, SittingRule } from '@akari/protocol'
import { Group, NumberInput, SegmentedControl, Select, Stack, Switch, Text, TextInput } from '@mantine/core'
import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { useStreams } from '../../api/content.ts'
import { useRecordings } from '../../api/recordings.ts'
import { MomentField } from '../../parts/moment-field.tsx'
import { TargetPicker } from '../../parts/target-picker.tsx'
import { useTextIn } from '../../parts/texts-in.ts'
import { RecordSwitch } from './record-switch.tsx'
import type { ChangeSitting } from './said-fields.tsx'
import { SilentHint } from './silent-hint.tsx'
import { type SittingDraft, sittingFaults } from './sitting-draft.ts'
import classes from './sittings.module.css'

const LONGEST_MINUTES = 240

/** When and where it is, what its displays play, and who or what opens and closes it. */
export function CourseFields(props: {
  /** null: a new one. */
  sittingId: Id | null
  draft: SittingDraft
  onChange: ChangeSitting
}): ReactElement {
  const { sittingId, draft, onChange } = props
  const { t } = useTranslation()
  const textIn = useTextIn()
  const streams = useStreams().data ?? []
  const canRecord = useRecordings().data?.canRecord === true
  const faults = sittingFaults(draft)
  /** Its end moves with its start: a sitting that is put off lasts as long. */
  const startAt = (startsAt: string | null): void => {
    if (startsAt === null) return
    const lastsMs = Date.parse(draft.endsAt) - Date.parse(draft.startsAt)
    onChange({ startsAt, endsAt: new Date(Date.parse(startsAt) + lastsMs).toISOString() }, 'startsAt')
  }
  /** A new sitting that has something to be recorded is, where that is possible. */
  const chooseStream = (streamId: Id | null): void => {
    const isFirst = sittingId === null && draft.streamId === null
    const isRecorded = streamId !== null && (isFirst ? canRecord : draft.isRecorded)
    onChange({ streamId, isRecorded }, 'stream')
  }
  return (
    <Stack gap="lg">
      <div className={classes.times}>
        <MomentField label={t('sittings.field.startsAt')} required value={draft.startsAt} onChange={startAt} />
        <MomentField
          label={t('sittings.field.endsAt')}
          required
          value={draft.endsAt}
          onChange={(endsAt) => endsAt !== null && onChange({ endsAt }, 'endsAt')}
          error={faults.includes('endsAt') ? t('sittings.endsWrong') : null}
        />
      </div>
      <TargetPicker
        label={t('sittings.field.targets')}
        value={draft.targets}
        onChange={(targets) => onChange({ targets }, 'targets')}
        testId="sitting-targets"
      />
      <Select
        id="sitting-streamId"
        label={t('sittings.field.streamId')}
        description={t('sittings.streamHint')}
        placeholder={t('sittings.noStream')}
        data={streams.map(({ id, title }) => ({ value: id, label: textIn(title) }))}
        value={draft.streamId}
        clearable
        onChange={chooseStream}
        error={faults.includes('streamId') ? t('sittings.streamNeeded') : null}
        data-testid="sitting-stream"
      />
      <RecordSwitch draft={draft} onChange={onChange} />
      <div>
        <Switch
          label={t('sound.neverSwitch')}
          description={t('sound.neverHint')}
          checked={draft.silent ?? false}
          onChange={(event) => onChange({ silent: event.currentTarget.checked || undefined }, 'silent')}
          data-testid="sitting-silent"
        />
        <SilentHint draft={draft} />
      </div>
      <RuleField of="opening" draft={draft} onChange={onChange} />
      <RuleField of="closing" draft={draft} onChange={onChange} />
      <Group grow align="flex-start">
        <NumberInput
          label={t('sittings.field.countdownMinutes')}
          description={t('sittings.countdownHint')}
          suffix={t('sittings.minutes')}
          min={0}
          max={LONGEST_MINUTES}
          allowDecimal={false}
          value={draft.countdownMinutes}
          onChange={(value) => typeof value === 'number' && onChange({ countdownMinutes: value }, 'countdown')}
        />
        <NumberInput
          label={t('sittings.field.afterMinutes')}
          description={t('sittings.afterHint')}
          suffix={t('sittings.minutes')}
          min={0}
          max={LONGEST_MINUTES}
          allowDecimal={false}
          value={draft.afterMinutes}
          onChange={(value) => typeof value === 'number' && onChange({ afterMinutes: value }, 'after')}
        />
      </Group>
      <TextInput
        id="sitting-recordingUrl"
        label={t('sittings.field.recordingUrl')}
        description={t('sittings.recordingHint')}
        placeholder="https://"
        inputMode="url"
        value={draft.recordingUrl ?? ''}
        onChange={(event) => {
          const url = event.currentTarget.value.trim()
          onChange({ recordingUrl: url === '' ? null : url }, 'recording')
        }}
        error={faults.includes('recordingUrl') ? t('sittings.addressWrong') : null}
        data-testid="sitting-recording"
      />
    </Stack>
  )
}

function RuleField({
  of,
  draft,
  onChange,
}: {
  of: 'opening' | 'closing'
  draft: SittingDraft
  onChange: ChangeSitting
}): ReactElement {
  const { t } = useTranslation()
  return (
    <div>
      <Text size="sm" fw={500} id={`sitting-${of}`}>
        {t(`sittings.field.${of}`)}
      </Text>
      <SegmentedControl
        fullWidth
        aria-labelledby={`sitting-${of}`}
        data={SITTING_RULES.map((rule) => ({ value: rule, label: t(`sittings.rule.${rule}`) }))}
        value={draft[of]}
        onChange={(rule) => onChange({ [of]: SittingRule.parse(rule) }, of)}
        data-testid={`sitting-${of}`}
      />
      <Text size="xs" c="gray.6" mt={4}>
        {t(`sittings.ruleHint.${of}.${draft[of]}`)}
      </Text>
    </div>
  )
}
