import type { HoursInput, HoursView, OperatingHours } from '@akari/protocol'
import { Select, Text } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { useShownDisplays } from '../../api/displays.ts'
import { isOvertaken } from '../../api/problem.ts'
import { useHours, useSaveHours } from '../../api/schedule.ts'
import { HoursDrawer } from '../../parts/hours/hours-drawer.tsx'
import { useDrawerDraft } from '../../parts/use-drawer-draft.ts'
import { ConflictDialog } from './conflict-dialog.tsx'
import { useOfWords } from './of-words.ts'

const NEW: OperatingHours = {
  weekly: [{ weekdays: ['MO', 'TU', 'WE', 'TH', 'FR'], times: [{ start: '08:00', end: '17:30' }] }],
  exceptions: [{ days: ['closed'], times: [] }],
}
const GROUP = 'group:'
const DISPLAY = 'display:'

function ofChoice(choice: string | null): HoursInput['of'] | null {
  if (choice === null) return null
  return choice.startsWith(GROUP)
    ? { kind: 'group', group: choice.slice(GROUP.length) }
    : { kind: 'display', displayId: choice.slice(DISPLAY.length) }
}

type HoursDraft = {
  /** Whose they are to be, where they are new. */
  choice: string | null
  times: OperatingHours
  version: number
  /** Null: after all others. */
  position: number | null
}

function draftOf(hours: HoursView | null): HoursDraft {
  if (hours === null) return { choice: null, times: NEW, version: 0, position: null }
  return { choice: null, times: hours.hours, version: hours.version, position: hours.position }
}

/** Sets the hours of a display or group (null), or changes some. */
export function OperatingHoursDrawer({
  hours,
  onClose,
}: {
  hours: HoursView | null
  onClose: () => void
}): ReactElement {
  const { t } = useTranslation()
  const words = useOfWords()
  const save = useSaveHours()
  const inOrder = useHours().data?.length ?? 0
  const { draft, setDraft, takeOver, close } = useDrawerDraft({
    begin: () => draftOf(hours),
    saving: save.isPending,
    onClose,
  })
  const { choice, times } = draft
  const of = hours?.of ?? ofChoice(choice)
  // Who orders the hours anew says nothing of the times, and this says nothing of the order: it stays as it was last met.
  const submit = (id: string | null, { position, version }: Pick<HoursDraft, 'position' | 'version'>): void => {
    if (of === null) return
    save.mutate(
      { id, hours: { of, position: position ?? inOrder, hours: times, version } },
      {
        onSuccess: (saved) => {
          notifications.show({ color: 'zelkova', message: t('timing.saved', { name: words(saved.of) }) })
          onClose()
        },
      },
    )
  }
  const overtaken = hours !== null && isOvertaken(save.error)
  return (
    <HoursDrawer
      title={hours === null ? t('timing.hours.new') : words(hours.of)}
      times={times}
      missing={of === null ? t('timing.missing.whose') : null}
      error={overtaken ? null : save.error}
      saving={save.isPending}
      testId="hours-save"
      onTimes={(next) => setDraft({ ...draft, times: next })}
      onSubmit={() => submit(hours?.id ?? null, draft)}
      onClose={close}
      conflict={
        overtaken && (
          <ConflictDialog
            id={hours.id}
            mine={times}
            onTheirs={(theirs) => {
              takeOver(draftOf(theirs))
              save.reset()
            }}
            onMine={(theirs) => submit(hours.id, theirs)}
            onBoth={() => submit(null, { ...draft, version: 0 })}
            onClose={save.reset}
          />
        )
      }
    >
      {hours === null && <WhoseField value={choice} onChange={(next) => setDraft({ ...draft, choice: next })} />}
      <Text size="sm" c="gray.6">
        {t('timing.hours.how')}
      </Text>
    </HoursDrawer>
  )
}

/** Displays and groups that have no hours yet. */
function WhoseField({
  value,
  onChange,
}: {
  value: string | null
  onChange: (choice: string | null) => void
}): ReactElement {
  const { t } = useTranslation()
  const displays = useShownDisplays().data ?? []
  const taken = (useHours().data ?? []).map(({ of }) =>
    of.kind === 'group' ? GROUP + of.group : DISPLAY + of.displayId,
  )
  const groups = [...new Set(displays.flatMap((display) => display.groups))].sort()
  const free = (items: { value: string; label: string }[]) => items.filter((item) => !taken.includes(item.value))
  return (
    <Select
      label={t('timing.hours.whose')}
      placeholder={t('timing.words.chooseTargets')}
      data={[
        {
          group: t('timing.words.groups'),
          items: free(groups.map((group) => ({ value: GROUP + group, label: group }))),
        },
        {
          group: t('timing.words.displays'),
          items: free(displays.map(({ id, profile }) => ({ value: DISPLAY + id, label: profile.name }))),
        },
      ]}
      value={value}
      onChange={onChange}
      searchable
      data-testid="hours-of"
    />
  )
}
