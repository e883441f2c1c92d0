import type { SoundHoursView } from '@akari/protocol'
import { Alert, Button, Drawer, Group, Slider, Stack, Text, TextInput } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { isOvertaken } from '../../api/problem.ts'
import { useSaveSoundHours, useSoundHours } from '../../api/sound-hours.ts'
import { ExceptionFields, WeeklyFields } from '../../parts/hours-fields.tsx'
import { TargetPicker } from '../../parts/target-picker.tsx'
import { Trouble } from '../../parts/trouble.tsx'
import { useDrawerDraft } from '../../parts/use-drawer-draft.ts'
import { ConflictDialog } from './conflict-dialog.tsx'
import { blankSound, draftOf, isWhole, overlapIn, type SoundDraft } from './sound-draft.ts'
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
  const overlapping = overlapIn(draft)
  const overtaken = hours !== null && isOvertaken(save.error)
  return (
    <Drawer opened onClose={close} size="xl" title={hours === null ? t('sound.new') : hours.name}>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          submit(hours?.id ?? null, draft)
        }}
      >
        <Stack gap="lg">
          {!overtaken && <Trouble error={save.error} />}
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
          <div className={classes.volume}>
            <Text size="sm" fw={500} id="sound-volume">
              {t('sound.volume')}
            </Text>
            <Slider
              mx="xs"
              aria-labelledby="sound-volume"
              thumbLabel={t('sound.volume')}
              min={0}
              max={100}
              step={5}
              marks={MARKS}
              value={draft.volume}
              onChange={(volume) => change({ volume })}
              label={(volume) => t('sound.percent', { volume })}
            />
            <Text size="xs" c="gray.6">
              {t(draft.volume === 0 ? 'sound.silentHint' : 'sound.volumeHint')}
            </Text>
          </div>
          <WeeklyFields hours={draft.times} onChange={(times) => change({ times })} />
          <ExceptionFields
            hours={draft.times}
            empty={t('sound.silentAllDay')}
            onChange={(times) => change({ times })}
          />
          {overlapping !== null && (
            <Alert color="amber">{t('timing.overlap', { from: overlapping.start, to: overlapping.end })}</Alert>
          )}
          <Group justify="flex-end">
            <Button variant="default" onClick={close}>
              {t('common.stop')}
            </Button>
            <Button type="submit" disabled={!isWhole(draft)} loading={save.isPending} data-testid="sound-save">
              {t('common.save')}
            </Button>
          </Group>
        </Stack>
      </form>
      {overtaken && (
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
      )}
    </Drawer>
  )
}
