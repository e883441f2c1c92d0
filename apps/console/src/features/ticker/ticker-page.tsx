import type { EntryView } from '@akari/protocol'
import { Button, Group } from '@mantine/core'
import { IconLayoutBottombar, IconPlus } from '@tabler/icons-react'
import { type ReactElement, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useDeleteEntry, useEntries, usePlaylists } from '../../api/content.ts'
import { useDayparts } from '../../api/schedule.ts'
import { useMay } from '../../api/session.ts'
import { Empty } from '../../parts/empty.tsx'
import { Loaded } from '../../parts/loaded.tsx'
import { TIME_ZONE, toInstant } from '../../parts/local-time.ts'
import { Page } from '../../parts/page.tsx'
import { RowActions } from '../../parts/row-actions.tsx'
import { ScheduleNav } from '../../parts/schedule-nav.tsx'
import { useTargetWords } from '../../parts/target-words.ts'
import { useWhen } from '../../parts/when.ts'
import { TickerDrawer } from './ticker-drawer.tsx'
import { formOf } from './ticker-form.ts'
import classes from './ticker.module.css'

/** 帯: lines beside what is shown, drawn as they look on the glass. */
export function TickerPage(): ReactElement {
  const { t } = useTranslation()
  const mayChange = useMay('content')
  const [opened, setOpened] = useState<EntryView | 'new' | null>(null)
  return (
    <Page
      title={t('timing.ticker.title')}
      lead={t('timing.ticker.lead')}
      actions={
        mayChange && (
          <Button leftSection={<IconPlus size={18} />} onClick={() => setOpened('new')} data-testid="ticker-new">
            {t('timing.ticker.new')}
          </Button>
        )
      }
    >
      <ScheduleNav />
      <Loaded query={useEntries()}>
        {(entries) => {
          const lines = entries.filter(({ role }) => role?.kind === 'overlay')
          return lines.length === 0 ? (
            <Empty
              icon={IconLayoutBottombar}
              title={t('timing.ticker.emptyTitle')}
              hint={t('timing.ticker.emptyHint')}
            />
          ) : (
            <div className={classes.list}>
              {lines.map((entry) => (
                <TickerRow key={entry.id} entry={entry} mayChange={mayChange} onEdit={() => setOpened(entry)} />
              ))}
            </div>
          )
        }}
      </Loaded>
      {opened !== null && <TickerDrawer entry={opened === 'new' ? null : opened} onClose={() => setOpened(null)} />}
    </Page>
  )
}

function TickerRow({
  entry,
  mayChange,
  onEdit,
}: {
  entry: EntryView
  mayChange: boolean
  onEdit: () => void
}): ReactElement {
  const { t } = useTranslation()
  const where = useTargetWords()
  const remove = useDeleteEntry()
  const playlist = usePlaylists().data?.find(({ id }) => id === entry.playlistId)
  const daypart = useDayparts().data?.find(({ id }) => id === entry.rule.daypartId)
  const form = formOf(entry, playlist)
  const when = useWhen()
  const dayOf = (day: string): string => when.day(toInstant(`${day}T12:00`, TIME_ZONE))
  const { name } = entry
  const days =
    form === null
      ? t('timing.ticker.madeElsewhere')
      : t(form.untilDay === null ? 'timing.ticker.fromDay' : 'timing.ticker.days', {
          from: dayOf(form.fromDay),
          until: form.untilDay === null ? '' : dayOf(form.untilDay),
        })
  return (
    <section className={classes.row} aria-label={name} data-testid={`ticker-${entry.id}`}>
      <div className={classes.line}>
        <span className={classes.mark} aria-hidden />
        {form === null ? (
          name
        ) : (
          <>
            <b>{form.heading.ja}</b> {form.text.ja}
          </>
        )}
      </div>
      {form !== null && form.text.en !== '' && (
        <div className={classes.english} lang="en">
          {form.heading.en} {form.text.en}
        </div>
      )}
      <Group justify="space-between" wrap="nowrap" align="center">
        <span className={classes.facts}>
          {where(entry.targets)}
          {t('common.listSeparator')}
          {days} {daypart?.name ?? ''}
        </span>
        {mayChange && (
          <Group gap={4} wrap="nowrap">
            <RowActions
              name={name}
              editId={`ticker-edit-${entry.id}`}
              onEdit={form === null ? null : onEdit}
              deleteText={t('timing.ticker.deleteText')}
              onDelete={() => remove.mutate(entry.id)}
            />
          </Group>
        )}
      </Group>
    </section>
  )
}
