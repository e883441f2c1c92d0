import type { DaypartInput, DaypartView, TimeRange } from '@akari/protocol'
import { overlappingRange } from '@akari/programme'
import { Button, Drawer, Group, Stack, Text, TextInput } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { IconPlus } from '@tabler/icons-react'
import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { useSaveDaypart } from '../../api/schedule.ts'
import { isOvertaken } from '../../api/problem.ts'
import { TimeRanges } from '../../parts/time-ranges.tsx'
import { FormFoot } from '../../parts/form-foot.tsx'
import { Trouble } from '../../parts/trouble.tsx'
import { useDrawerDraft } from '../../parts/use-drawer-draft.ts'
import { WeekdayChips } from '../../parts/weekday-chips.tsx'
import { ConflictDialog } from './conflict-dialog.tsx'
import classes from './dayparts.module.css'

const OFFICE: TimeRange[] = [{ start: '08:30', end: '17:15' }]

function draftOf(daypart: DaypartView | null): DaypartInput {
  if (daypart === null) return { name: '', times: OFFICE, exceptions: [], version: 0 }
  const { name, times, exceptions, version } = daypart
  return { name, times, exceptions, version }
}

/** Makes a daypart (null) or changes one. */
export function DaypartDrawer({
  daypart,
  onClose,
}: {
  daypart: DaypartView | null
  onClose: () => void
}): ReactElement {
  const { t } = useTranslation()
  const save = useSaveDaypart()
  const { draft, setDraft, takeOver, close } = useDrawerDraft({
    begin: () => draftOf(daypart),
    saving: save.isPending,
    onClose,
  })
  const { name, times, exceptions } = draft
  const change = (part: Partial<DaypartInput>): void => setDraft({ ...draft, ...part })
  const changeException = (n: number, part: Partial<DaypartInput['exceptions'][number]>): void =>
    change({ exceptions: exceptions.map((each, index) => (index === n ? { ...each, ...part } : each)) })
  const missingOf = (): string | null => {
    if (name.trim() === '') return t('timing.missing.name')
    if (exceptions.some(({ weekdays }) => weekdays.length === 0)) return t('timing.missing.weekdays')
    const overlapping = [times, ...exceptions.map((each) => each.times)]
      .map(overlappingRange)
      .find((each) => each !== null)
    return overlapping == null ? null : t('timing.overlap', { from: overlapping.start, to: overlapping.end })
  }
  const submit = (id: string | null, version: number): void =>
    save.mutate(
      { id, daypart: { ...draft, name: name.trim(), version } },
      {
        onSuccess: (saved) => {
          notifications.show({ color: 'zelkova', message: t('timing.saved', { name: saved.name }) })
          onClose()
        },
      },
    )
  const overtaken = daypart !== null && isOvertaken(save.error)
  return (
    <Drawer
      opened
      onClose={close}
      size="xl"
      title={daypart === null ? t('timing.dayparts.new') : t('timing.dayparts.edit')}
    >
      <form
        onSubmit={(event) => {
          event.preventDefault()
          submit(daypart?.id ?? null, draft.version)
        }}
      >
        <Stack gap="lg">
          {!overtaken && <Trouble error={save.error} />}
          <TextInput
            label={t('timing.dayparts.name')}
            placeholder={t('timing.dayparts.namePlaceholder')}
            value={name}
            onChange={(event) => change({ name: event.currentTarget.value })}
            maxLength={80}
            required
            withAsterisk={false}
            data-autofocus
            data-testid="daypart-name"
          />
          <TimeRanges
            label={exceptions.length === 0 ? t('timing.words.everyDay') : t('timing.dayparts.otherDays')}
            times={times}
            onChange={(next) => change({ times: next })}
            testId="daypart"
          />
          {exceptions.map((exception, n) => (
            <div key={n} className={classes.exception}>
              <Stack gap="sm">
                <Group justify="space-between">
                  <Text fw={700}>{t('timing.dayparts.exception')}</Text>
                  <Button
                    variant="subtle"
                    color="gray"
                    size="xs"
                    onClick={() => change({ exceptions: exceptions.filter((_, index) => index !== n) })}
                  >
                    {t('timing.dayparts.removeException')}
                  </Button>
                </Group>
                <WeekdayChips
                  label={t('timing.dayparts.exception')}
                  value={exception.weekdays}
                  onChange={(weekdays) => changeException(n, { weekdays })}
                />
                <TimeRanges
                  label={exception.weekdays.map((day) => t(`weekday.${day}`)).join('')}
                  times={exception.times}
                  onChange={(next) => changeException(n, { times: next })}
                  testId={`daypart-exception-${n}`}
                />
              </Stack>
            </div>
          ))}
          <Button
            variant="default"
            leftSection={<IconPlus size={16} />}
            onClick={() => change({ exceptions: [...exceptions, { weekdays: [], times }] })}
            data-testid="daypart-exception-add"
          >
            {t('timing.dayparts.addException')}
          </Button>
          <FormFoot missing={missingOf()} saving={save.isPending} testId="daypart-save" onStop={close} />
        </Stack>
      </form>
      {overtaken && (
        <ConflictDialog
          id={daypart.id}
          mine={draft}
          onTheirs={(theirs) => {
            takeOver(draftOf(theirs))
            save.reset()
          }}
          onMine={({ version }) => submit(daypart.id, version)}
          onBoth={() => submit(null, 0)}
          onClose={save.reset}
        />
      )}
    </Drawer>
  )
}
