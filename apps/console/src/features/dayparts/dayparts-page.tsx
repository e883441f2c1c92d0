import type { DaypartView } from '@akari/protocol'
import { Button, Group } from '@mantine/core'
import { IconClockHour9, IconPlus } from '@tabler/icons-react'
import { type ReactElement, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useDayparts, useDeleteDaypart } from '../../api/schedule.ts'
import { useMay } from '../../api/session.ts'
import { Empty } from '../../parts/empty.tsx'
import { Loaded } from '../../parts/loaded.tsx'
import { Page } from '../../parts/page.tsx'
import { RowActions } from '../../parts/row-actions.tsx'
import { ScheduleNav } from '../../parts/schedule-nav.tsx'
import { DaypartDrawer } from './daypart-drawer.tsx'
import { DaypartTracks } from './daypart-tracks.tsx'
import classes from './dayparts.module.css'

/** 時間帯: times of day under a name, drawn as bars over a day. */
export function DaypartsPage(): ReactElement {
  const { t } = useTranslation()
  const mayChange = useMay('content')
  const [opened, setOpened] = useState<DaypartView | 'new' | null>(null)
  return (
    <Page
      title={t('timing.dayparts.title')}
      lead={t('timing.dayparts.lead')}
      actions={
        mayChange && (
          <Button leftSection={<IconPlus size={18} />} onClick={() => setOpened('new')} data-testid="daypart-new">
            {t('timing.dayparts.new')}
          </Button>
        )
      }
    >
      <ScheduleNav />
      <Loaded query={useDayparts()}>
        {(all) =>
          all.length === 0 ? (
            <Empty
              icon={IconClockHour9}
              title={t('timing.dayparts.emptyTitle')}
              hint={t('timing.dayparts.emptyHint')}
            />
          ) : (
            <div className={classes.list}>
              {all.map((daypart) => (
                <Row key={daypart.id} daypart={daypart} mayChange={mayChange} onEdit={() => setOpened(daypart)} />
              ))}
            </div>
          )
        }
      </Loaded>
      {opened !== null && <DaypartDrawer daypart={opened === 'new' ? null : opened} onClose={() => setOpened(null)} />}
    </Page>
  )
}

function Row({
  daypart,
  mayChange,
  onEdit,
}: {
  daypart: DaypartView
  mayChange: boolean
  onEdit: () => void
}): ReactElement {
  const { t } = useTranslation()
  const remove = useDeleteDaypart()
  const { id, name, times, exceptions, usedIn } = daypart
  return (
    <section className={classes.row} aria-label={name} data-testid={`daypart-${id}`}>
      <div>
        <div className={classes.name}>{name}</div>
        <div className={classes.used}>
          {usedIn.length === 0
            ? t('timing.dayparts.unused')
            : t('timing.dayparts.usedIn', { names: usedIn.map((entry) => entry.name).join(t('common.listSeparator')) })}
        </div>
      </div>
      <DaypartTracks times={times} exceptions={exceptions} />
      {mayChange && (
        <Group gap={4} wrap="nowrap">
          <RowActions
            name={name}
            editId={`daypart-edit-${id}`}
            onEdit={onEdit}
            deleteText={
              usedIn.length === 0
                ? t('timing.dayparts.deleteText')
                : t('timing.dayparts.deleteUsed', {
                    names: usedIn.map((entry) => entry.name).join(t('common.listSeparator')),
                  })
            }
            inUse={usedIn.length > 0}
            onDelete={() => remove.mutate(id)}
          />
        </Group>
      )}
    </section>
  )
}
