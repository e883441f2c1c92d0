import type { DisplayView, Programme, SoundHoursView } from '@akari/protocol'
import { IconVolume, IconVolumeOff } from '@tabler/icons-react'
import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { useProgrammes, useShownDisplays } from '../../api/displays.ts'
import { useDeleteSoundHours, useSaveSoundHours, useSoundHours } from '../../api/sound-hours.ts'
import { HoursCard } from '../../parts/hours/hours-card.tsx'
import { type HoursCardProps, HoursPage } from '../../parts/hours/hours-page.tsx'
import { movedUp } from '../../parts/hours/moved-up.ts'
import { useTargetWords } from '../../parts/target-words.ts'
import { isAmong, soundOf } from './published.ts'
import { SoundAhead } from './sound-ahead.tsx'
import { draftOf } from './sound-draft.ts'
import { SoundDrawer } from './sound-drawer.tsx'
import classes from './sound.module.css'
import { UnpublishedMark } from './unpublished-mark.tsx'

/** The displays, and what was published for each as far as it is there. */
function usePublished(): { displays: readonly DisplayView[]; programmes: ReadonlyMap<string, Programme | null> } {
  const displays = useShownDisplays().data ?? []
  return { displays, programmes: useProgrammes(displays.map(({ id }) => id)) }
}

/** 音を出す時間: when films and live pictures are heard on which displays, the one that counts first first. */
export function SoundPage(): ReactElement {
  const { t } = useTranslation()
  const { displays, programmes } = usePublished()
  return (
    <HoursPage
      kind="sound"
      texts={{
        title: t('sound.title'),
        lead: t('sound.lead'),
        new: t('sound.new'),
        emptyTitle: t('sound.emptyTitle'),
        emptyHint: t('sound.emptyHint'),
      }}
      icon={IconVolumeOff}
      query={useSoundHours()}
      card={Card}
      drawer={SoundDrawer}
    >
      {(all) => {
        const rows = displays.flatMap((display) => {
          const programme = programmes.get(display.id)
          const hours = soundOf(display, all)
          // Also one that still follows what was taken away since.
          const isSilent = hours.length === 0 && programme?.sound === undefined
          return programme === undefined || isSilent ? [] : [{ display, hours, programme }]
        })
        return rows.length > 0 && <SoundAhead rows={rows} silent={displays.length - rows.length} />
      }}
    </HoursPage>
  )
}

function Card({ hours, all, mayChange, onEdit }: HoursCardProps<SoundHoursView>): ReactElement {
  const { t } = useTranslation()
  const where = useTargetWords()
  const remove = useDeleteSoundHours()
  const save = useSaveSoundHours()
  const { id, name, volume, targets, times } = hours
  const place = all.indexOf(hours)
  const { displays, programmes } = usePublished()
  /** Of a display of which nothing is known yet it is not said that it does not follow these. */
  const isPublished = displays.every((display) => {
    const programme = programmes.get(display.id)
    return programme === undefined || soundOf(display, [hours]).length === 0 || isAmong(hours, programme)
  })
  const Icon = volume === 0 ? IconVolumeOff : IconVolume
  const goUp = (): void => {
    for (const { each, position } of movedUp(all, hours))
      save.mutate({ id: each.id, hours: { ...draftOf(each), position } })
  }
  return (
    <HoursCard
      id={id}
      kind="sound"
      name={name}
      lines={[where(targets), ...(all.length > 1 ? [t('sound.place', { place: place + 1 })] : [])]}
      times={times}
      mayChange={mayChange}
      moving={save.isPending}
      deleteText={t('sound.deleteText')}
      onUp={place > 0 ? goUp : null}
      onEdit={onEdit}
      onDelete={() => remove.mutate(id)}
    >
      <span className={classes.loud}>
        <Icon size={20} aria-hidden />
        {volume === 0 ? t('sound.silent') : t('sound.percent', { volume })}
        {!isPublished && <UnpublishedMark />}
      </span>
    </HoursCard>
  )
}
