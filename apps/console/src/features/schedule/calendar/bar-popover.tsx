import type { EntryView, Occurrence, ScheduleConflict } from '@akari/protocol'
import { Button, Popover, Stack } from '@mantine/core'
import { IconCalendarX, IconHelpCircle, IconPencil, IconTrash } from '@tabler/icons-react'
import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { usePlaylists } from '../../../api/content.ts'
import { TIME_ZONE, toLocal } from '../../../parts/local-time.ts'
import { useWhen } from '../../../parts/when.ts'
import { useSentence } from '../conflicts/conflict-list.tsx'
import { useEntryWords } from '../entry-words.ts'
import { useEntryChanges } from '../use-entry-changes.tsx'
import classes from './calendar.module.css'

const MOST_MEETINGS = 3

/** A bar that was pressed: the entry, the occurrence, and where on the window. */
export type Pressed = { entry: EntryView; occurrence: Occurrence; x: number; y: number }

/** Everything about one bar, and what can be done with it. */
export function BarPopover({
  pressed,
  conflicts,
  entries,
  readOnly,
  onEdit,
  onClose,
}: {
  pressed: Pressed
  conflicts: readonly ScheduleConflict[]
  entries: readonly EntryView[]
  readOnly: boolean
  onEdit: (entry: EntryView) => void
  onClose: () => void
}): ReactElement {
  const { t } = useTranslation()
  const words = useEntryWords()
  const changes = useEntryChanges()
  const { entry, occurrence } = pressed
  const playlist = usePlaylists().data?.find((each) => each.id === entry.playlistId)?.name ?? ''
  const then = (act: () => void) => () => {
    onClose()
    act()
  }
  return (
    <Popover
      opened
      onChange={(open) => !open && onClose()}
      width={340}
      position="bottom-start"
      withArrow
      shadow="md"
      trapFocus
      returnFocus
    >
      <Popover.Target>
        <span className={classes.anchor} style={{ left: pressed.x, top: pressed.y }} />
      </Popover.Target>
      <Popover.Dropdown data-testid="bar-popover">
        <Stack gap="xs">
          <strong>{entry.name}</strong>
          <dl className={classes.facts}>
            <dt>{t('schedule.playlist')}</dt>
            <dd>{playlist}</dd>
            <dt>{t('schedule.when')}</dt>
            <dd>{words.rule(entry.rule)}</dd>
            <dt>{t('schedule.where')}</dt>
            <dd>{words.targets(entry.targets)}</dd>
            <dt>{t('schedule.priority')}</dt>
            <dd>{t(`priority.${entry.priority}`)}</dd>
          </dl>
          <Meets conflicts={met(conflicts, occurrence)} entries={entries} />
          <Button
            component={Link}
            to={whyPlace(entry, occurrence)}
            size="xs"
            variant="light"
            leftSection={<IconHelpCircle size={16} />}
            data-testid="bar-why"
          >
            {t('why.title')}
          </Button>
          {!readOnly && (
            <>
              <Button
                size="xs"
                leftSection={<IconPencil size={16} />}
                onClick={then(() => onEdit(entry))}
                data-testid="bar-edit"
              >
                {t('schedule.edit')}
              </Button>
              {entry.rule.rrule !== null && (
                <Button
                  size="xs"
                  variant="default"
                  leftSection={<IconCalendarX size={16} />}
                  onClick={then(() => changes.leaveOut(entry, occurrence.originalStart))}
                >
                  {t('schedule.leaveOut')}
                </Button>
              )}
              <Button
                size="xs"
                variant="subtle"
                color="vermilion"
                leftSection={<IconTrash size={16} />}
                onClick={then(() => changes.remove(entry))}
              >
                {t('schedule.delete')}
              </Button>
            </>
          )}
        </Stack>
      </Popover.Dropdown>
    </Popover>
  )
}

/** The start of the occurrence, as it would be were the draft published; on the display that is named, if one is. */
function whyPlace({ id, targets }: EntryView, { startsAt }: Occurrence): string {
  const query = new URLSearchParams({ by: 'draft', entry: id, at: toLocal(startsAt, TIME_ZONE) })
  const [display] = targets.displayIds
  if (display !== undefined) query.set('display', display)
  return `/why?${query.toString()}`
}

/** The meetings that an occurrence has a part in. */
function met(conflicts: readonly ScheduleConflict[], { entryId, originalStart }: Occurrence): ScheduleConflict[] {
  return conflicts.filter(({ shown, behind }) =>
    [...shown, ...behind].some((side) => side.entryId === entryId && side.originalStart === originalStart),
  )
}

/** Who is shown where this occurrence meets others, and why; the first few. */
function Meets({
  conflicts,
  entries,
}: {
  conflicts: readonly ScheduleConflict[]
  entries: readonly EntryView[]
}): ReactElement {
  const when = useWhen()
  const sentence = useSentence(entries)
  return (
    <>
      {conflicts.slice(0, MOST_MEETINGS).map((conflict) => (
        <p key={`${conflict.from} ${conflict.displayIds.join(' ')}`} className={classes.meets}>
          <b className="numbers">
            {when.time(conflict.from)}–{when.time(conflict.to)}
          </b>{' '}
          {sentence(conflict)}
        </p>
      ))}
    </>
  )
}
