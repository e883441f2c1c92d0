import type { SoundHoursView } from '@akari/protocol'
import { ActionIcon, Button, Group } from '@mantine/core'
import { IconArrowUp, IconPlus, IconVolume, IconVolumeOff } from '@tabler/icons-react'
import { type ReactElement, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useMay } from '../../api/session.ts'
import { useDeleteSoundHours, useSaveSoundHours, useSoundHours } from '../../api/sound-hours.ts'
import { Empty } from '../../parts/empty.tsx'
import { Loaded } from '../../parts/loaded.tsx'
import { Page } from '../../parts/page.tsx'
import { RowActions } from '../../parts/row-actions.tsx'
import { ScheduleNav } from '../../parts/schedule-nav.tsx'
import { useTargetWords } from '../../parts/target-words.ts'
import { WeekPicture } from '../../parts/week-picture.tsx'
import { draftOf } from './sound-draft.ts'
import { SoundDrawer } from './sound-drawer.tsx'
import classes from './sound.module.css'

/** 音を出す時間: when films and live pictures are heard on which displays, the one that counts first first. */
export function SoundPage(): ReactElement {
  const { t } = useTranslation()
  const mayChange = useMay('content')
  const [opened, setOpened] = useState<SoundHoursView | 'new' | null>(null)
  return (
    <Page
      title={t('sound.title')}
      lead={t('sound.lead')}
      actions={
        mayChange && (
          <Button leftSection={<IconPlus size={18} />} onClick={() => setOpened('new')} data-testid="sound-new">
            {t('sound.new')}
          </Button>
        )
      }
    >
      <ScheduleNav />
      <Loaded query={useSoundHours()}>
        {(all) =>
          all.length === 0 ? (
            <Empty icon={IconVolumeOff} title={t('sound.emptyTitle')} hint={t('sound.emptyHint')} />
          ) : (
            <div className={classes.cards}>
              {all.map((hours) => (
                <Card key={hours.id} hours={hours} all={all} mayChange={mayChange} onEdit={() => setOpened(hours)} />
              ))}
            </div>
          )
        }
      </Loaded>
      {opened !== null && <SoundDrawer hours={opened === 'new' ? null : opened} onClose={() => setOpened(null)} />}
    </Page>
  )
}

function Card({
  hours,
  all,
  mayChange,
  onEdit,
}: {
  hours: SoundHoursView
  all: readonly SoundHoursView[]
  mayChange: boolean
  onEdit: () => void
}): ReactElement {
  const { t } = useTranslation()
  const where = useTargetWords()
  const remove = useDeleteSoundHours()
  const save = useSaveSoundHours()
  const { id, name, volume, targets, times } = hours
  const place = all.indexOf(hours)
  const Icon = volume === 0 ? IconVolumeOff : IconVolume
  /** Changes places with the one before, and says of every one where it stands. */
  const goUp = (): void => {
    const order = all.filter((each) => each !== hours)
    order.splice(place - 1, 0, hours)
    for (const [position, each] of order.entries()) {
      if (each.position !== position) save.mutate({ id: each.id, hours: { ...draftOf(each), position } })
    }
  }
  return (
    <section className={classes.card} aria-label={name} data-testid={`sound-${id}`}>
      <Group justify="space-between" wrap="nowrap" align="flex-start">
        <div>
          <h2 className={classes.name}>{name}</h2>
          <div className={classes.quiet}>{where(targets)}</div>
          {all.length > 1 && <div className={classes.quiet}>{t('sound.place', { place: place + 1 })}</div>}
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
              editId={`sound-edit-${id}`}
              onEdit={onEdit}
              deleteText={t('sound.deleteText')}
              onDelete={() => remove.mutate(id)}
            />
          </Group>
        )}
      </Group>
      <span className={classes.loud}>
        <Icon size={20} aria-hidden />
        {volume === 0 ? t('sound.silent') : t('sound.percent', { volume })}
      </span>
      <WeekPicture hours={times} />
    </section>
  )
}
