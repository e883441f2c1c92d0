import type { RecordingSettingsInput } from '@akari/protocol'
import { Button, Drawer, Group, NumberInput, Stack, Switch } from '@mantine/core'
import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { useSaveRecordingRoom } from '../../api/recordings.ts'
import { Trouble } from '../../parts/trouble.tsx'
import { useDrawerDraft } from '../../parts/use-drawer-draft.ts'
import { bytesOf, gigabytes } from './lengths.ts'

/** How much room recordings have, what stays free on the disk, and whether the oldest make room by themselves. */
export function RoomDrawer({
  settings,
  onClose,
}: {
  settings: RecordingSettingsInput
  onClose: () => void
}): ReactElement {
  const { t } = useTranslation()
  const save = useSaveRecordingRoom()
  const { draft, setDraft, close } = useDrawerDraft({ begin: () => settings, saving: save.isPending, onClose })
  const amount = (of: 'mostBytes' | 'keepFreeBytes', least: number): ReactElement => (
    <NumberInput
      label={t(`recordings.room.${of}`)}
      description={t(`recordings.room.${of}Hint`)}
      suffix=" GB"
      min={least}
      decimalScale={1}
      value={gigabytes(draft[of])}
      onChange={(value) => typeof value === 'number' && setDraft({ ...draft, [of]: bytesOf(value) })}
      data-testid={`recordings-${of}`}
    />
  )
  return (
    <Drawer opened onClose={close} title={t('recordings.room.title')}>
      <Stack>
        {amount('mostBytes', 0.1)}
        {amount('keepFreeBytes', 0)}
        <Switch
          label={t('recordings.room.deletesOldest')}
          description={t('recordings.room.deletesOldestHint')}
          checked={draft.deletesOldest}
          onChange={(event) => setDraft({ ...draft, deletesOldest: event.currentTarget.checked })}
        />
        <Trouble error={save.error} />
        <Group justify="flex-end">
          <Button
            loading={save.isPending}
            onClick={() => save.mutate(draft, { onSuccess: onClose })}
            data-testid="recordings-room-save"
          >
            {t('recordings.room.save')}
          </Button>
        </Group>
      </Stack>
    </Drawer>
  )
}
