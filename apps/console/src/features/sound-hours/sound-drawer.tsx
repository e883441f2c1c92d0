import type { SoundHoursView } from '@akari/protocol'
import { Slider, Text, TextInput } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { isOvertaken } from '../../api/problem.ts'
import { useSaveSoundHours, useSoundHours } from '../../api/sound-hours.ts'
import { HoursDrawer } from '../../parts/hours/hours-drawer.tsx'
import { TargetPicker } from '../../parts/target-picker.tsx'
import { useDrawerDraft } from '../../parts/use-drawer-draft.ts'
import { ConflictDialog } from './conflict-dialog.tsx'
import { blankSound, draftOf, missingOf, type SoundDraft } from './sound-draft.ts'
import classes from './sound.module.css'

const MARKS = [0, 25, 50, 75, 100].map((value) => ({ value, label: `${value}%` }))

/** Sets sound hours (null: new ones), or changes some. */
export function SoundDrawer({ hours, onClose }: { hours: SoundHoursView | null; onClose: () => void }): ReactElement {
  const { t } = useTranslation()
  const save = useSaveSoundHours()
  const count = useSoundHours().data?.length ?? 0
  const { draft, setDraft, takeOver, close } = useDrawerDraft({
    begin: () => (hours === null ? blankSound(count) : draftOf(hours)),
    saving: save.isPending,
    onClose,
  })
  const change = (part: Partial<SoundDraft>): void => setDraft({ ...draft, ...part })
  const submit = (id: string | null, { position, version }: Pick<SoundDraft, 'position' | 'version'>): void =>
    save.mutate(
      { id, hours: { ...draft, name: draft.name.trim(), position, version } },
      {
        onSuccess: ({ name }) => {
          notifications.show({ color: 'zelkova', message: t('timing.saved', { name }) })
          onClose()
        },
      },
    )
  const missing = missingOf(draft)
  const overtaken = hours !== null && isOvertaken(save.error)
  return (
    <HoursDrawer
      title={hours === null ? t('sound.new') : hours.name}
      times={draft.times}
      empty={t('sound.silentAllDay')}
      missing={missing === null ? null : t(missing === 'name' ? 'timing.missing.name' : 'sound.missing.targets')}
      error={overtaken ? null : save.error}
      saving={save.isPending}
      testId="sound-save"
      onTimes={(times) => change({ times })}
      onSubmit={() => submit(hours?.id ?? null, draft)}
      onClose={close}
      conflict={
        overtaken && (
          <ConflictDialog
            id={hours.id}
            mine={draft}
            onTheirs={(theirs) => {
              takeOver(draftOf(theirs))
              save.reset()
            }}
            onMine={(theirs) => submit(hours.id, theirs)}
            onBoth={() => submit(null, { position: draft.position, version: 0 })}
            onClose={save.reset}
          />
        )
      }
    >
      <TextInput
        label={t('sound.name')}
        placeholder={t('sound.namePlaceholder')}
        required
        maxLength={80}
        value={draft.name}
        onChange={(event) => change({ name: event.currentTarget.value })}
        data-testid="sound-name"
      />
      <TargetPicker
        label={t('sound.where')}
        value={draft.targets}
        onChange={(targets) => change({ targets })}
        testId="sound-targets"
      />
      <VolumeField value={draft.volume} onChange={(volume) => change({ volume })} />
    </HoursDrawer>
  )
}

function VolumeField({ value, onChange }: { value: number; onChange: (volume: number) => void }): ReactElement {
  const { t } = useTranslation()
  return (
    <div className={classes.volume}>
      <Text size="sm" fw={500} id="sound-volume">
        {t('sound.volume')}
      </Text>
      <Slider
        mx="md"
        aria-labelledby="sound-volume"
        thumbLabel={t('sound.volume')}
        min={0}
        max={100}
        step={5}
        marks={MARKS}
        value={value}
        onChange={onChange}
        label={(volume) => t('sound.percent', { volume })}
      />
      <Text size="xs" c="gray.6">
        {t(value === 0 ? 'sound.silentHint' : 'sound.volumeHint')}
      </Text>
    </div>
  )
}
