import type { HoursView } from '@akari/protocol'
import { ActionIcon, Button, Group } from '@mantine/core'
import { IconArrowUp, IconPlus, IconPower } from '@tabler/icons-react'
import { type ReactElement, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useDeleteHours, useHours, useSaveHours } from '../../api/schedule.ts'
import { useMay } from '../../api/session.ts'
import { Empty } from '../../parts/empty.tsx'
import { Loaded } from '../../parts/loaded.tsx'
import { Page } from '../../parts/page.tsx'
import { RowActions } from '../../parts/row-actions.tsx'
import { ScheduleNav } from '../../parts/schedule-nav.tsx'
import { Followers } from './followers.tsx'
import { HoursDrawer } from './hours-drawer.tsx'
import classes from './hours.module.css'
import { useOfWords } from './of-words.ts'
import { WeekPicture } from '../../parts/week-picture.tsx'

/** 運用時間: the week of each group and display that has hours, and what every display follows. */
export function HoursPage(): ReactElement {
  const { t } = useTranslation()
  const mayChange = useMay('content')
  const [opened, setOpened] = useState<HoursView | 'new' | null>(null)
  return (
    <Page
      title={t('timing.hours.title')}
      lead={t('timing.hours.lead')}
      actions={
        mayChange && (
          <Button leftSection={<IconPlus size={18} />} onClick={() => setOpened('new')} data-testid="hours-new">
            {t('timing.hours.new')}
          </Button>
        )
      }
    >
      <ScheduleNav />
      <Loaded query={useHours()}>
        {(all) =>
          all.length === 0 ? (
            <Empty icon={IconPower} title={t('timing.hours.emptyTitle')} hint={t('timing.hours.emptyHint')} />
          ) : (
            <>
              <div className={classes.cards}>
                {all.map((hours) => (
                  <Card key={hours.id} hours={hours} all={all} mayChange={mayChange} onEdit={() => setOpened(hours)} />
                ))}
              </div>
              <Followers all={all} />
            </>
          )
        }
      </Loaded>
      {opened !== null && <HoursDrawer hours={opened === 'new' ? null : opened} onClose={() => setOpened(null)} />}
    </Page>
  )
}

function Card({
  hours,
  all,
  mayChange,
  onEdit,
}: {
  hours: HoursView
  all: readonly HoursView[]
  mayChange: boolean
  onEdit: () => void
}): ReactElement {
  const { t } = useTranslation()
  const name = useOfWords()(hours.of)
  const remove = useDeleteHours()
  const save = useSaveHours()
  const groups = all.filter(({ of }) => of.kind === 'group')
  const place = groups.indexOf(hours)
  /** Changes places with the one before, and says of every group where it stands. */
  const goUp = (): void => {
    const order = groups.filter((each) => each !== hours)
    order.splice(place - 1, 0, hours)
    for (const [position, { id, updatedAt: _updatedAt, ...input }] of order.entries()) {
      if (input.position !== position) save.mutate({ id, hours: { ...input, position } })
    }
  }
  return (
    <section className={classes.card} aria-label={name} data-testid={`hours-${hours.id}`}>
      <Group justify="space-between" wrap="nowrap" align="flex-start">
        <div>
          <h2 className={classes.name}>{name}</h2>
          {hours.of.kind === 'group' && groups.length > 1 && (
            <div className={classes.quiet}>{t('timing.hours.place', { place: place + 1 })}</div>
          )}
        </div>
        {mayChange && (
          <Group gap={4} wrap="nowrap">
            {place > 0 && (
              <ActionIcon
                variant="subtle"
                size="lg"
                aria-label={t('timing.hours.first', { name })}
                title={t('timing.hours.first', { name })}
                loading={save.isPending}
                onClick={goUp}
              >
                <IconArrowUp size={19} />
              </ActionIcon>
            )}
            <RowActions
              name={name}
              editId={`hours-edit-${hours.id}`}
              onEdit={onEdit}
              deleteText={t('timing.hours.deleteText')}
              onDelete={() => remove.mutate(hours.id)}
            />
          </Group>
        )}
      </Group>
      <WeekPicture hours={hours.hours} />
    </section>
  )
}
