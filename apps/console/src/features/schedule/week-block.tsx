import { Button, Popover, Stack, UnstyledButton } from '@mantine/core'
import { IconCalendarX, IconPencil, IconTrash } from '@tabler/icons-react'
import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { usePlaylists } from '../../api/content.ts'
import { TIME_ZONE, toLocal } from '../../parts/local-time.ts'
import { useEntryWords, useShade } from './entry-words.ts'
import type { Opened } from './opened.ts'
import { useEntryChanges } from './use-entry-changes.tsx'
import type { Block } from './week-layout.ts'
import classes from './week.module.css'

/** One occurrence in the calendar; opened it says everything, and offers what can be done with it. */
export function WeekBlock({
  block,
  onOpen,
  readOnly,
}: {
  block: Block
  onOpen: (opened: Opened) => void
  readOnly: boolean
}): ReactElement {
  const { t } = useTranslation()
  const words = useEntryWords()
  const shade = useShade()
  const changes = useEntryChanges()
  const { entry, fromMinute, toMinute, lane, lanes } = block
  const playlist = usePlaylists().data?.find((each) => each.id === entry.playlistId)?.name ?? ''
  const time = `${toLocal(block.startsAt, TIME_ZONE).slice(11)}–${toLocal(block.endsAt, TIME_ZONE).slice(11)}`
  const style = {
    top: `${(fromMinute / 1440) * 100}%`,
    height: `${((toMinute - fromMinute) / 1440) * 100}%`,
    left: `${(lane / lanes) * 100}%`,
    width: `${100 / lanes}%`,
  }
  return (
    <Popover width={340} position="right" withArrow shadow="md" trapFocus returnFocus>
      <Popover.Target>
        <UnstyledButton
          className={classes.block ?? ''}
          style={style}
          data-shade={shade(entry.playlistId)}
          data-priority={entry.priority}
          data-continues={block.continues || undefined}
          data-testid={`entry-${entry.id}`}
        >
          <b>{entry.name}</b>
          <span className="numbers">{time}</span>
          {entry.priority !== 'normal' && <em>{t(`priority.${entry.priority}`)}</em>}
        </UnstyledButton>
      </Popover.Target>
      <Popover.Dropdown>
        <Stack gap="xs">
          <strong>{entry.name}</strong>
          <dl className={classes.facts}>
            <dt>{t('schedule.playlist')}</dt>
            <dd>{playlist}</dd>
            <dt>{t('schedule.when')}</dt>
            <dd>{words.rule(entry)}</dd>
            <dt>{t('schedule.where')}</dt>
            <dd>{words.targets(entry)}</dd>
            <dt>{t('schedule.priority')}</dt>
            <dd>{t(`priority.${entry.priority}`)}</dd>
          </dl>
          {!readOnly && (
            <>
              <Button size="xs" leftSection={<IconPencil size={16} />} onClick={() => onOpen({ entry })}>
                {t('schedule.edit')}
              </Button>
              {entry.rule.rrule !== null && (
                <Button
                  size="xs"
                  variant="default"
                  leftSection={<IconCalendarX size={16} />}
                  onClick={() => changes.leaveOut(entry, block.originalStart)}
                >
                  {t('schedule.leaveOut')}
                </Button>
              )}
              <Button
                size="xs"
                variant="subtle"
                color="vermilion"
                leftSection={<IconTrash size={16} />}
                onClick={() => changes.remove(entry)}
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
