import type { DisplayView, Programme, SoundHoursView } from '@akari/protocol'
import { IconVolume, IconVolumeOff } from '@tabler/icons-react'
import { createContext, type ReactElement, useContext, useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { useProgrammes, useShownDisplays } from '../../api/displays.ts'
import { useDeleteSoundHours, useSaveSoundHours, useSoundHours } from '../../api/sound-hours.ts'
import { HoursCard } from '../../parts/hours/hours-card.tsx'
import { type HoursCardProps, HoursPage } from '../../parts/hours/hours-page.tsx'
import { movedUp } from '../../parts/hours/moved-up.ts'
import { useTargetWords } from '../../parts/target-words.ts'
import { isFollowed, soundOf } from './published.ts'
import { SoundAhead } from './sound-ahead.tsx'
import { draftOf } from './sound-draft.ts'
import { SoundDrawer } from './sound-drawer.tsx'
import classes from './sound.module.css'
import { UnpublishedMark } from './unpublished-mark.tsx'

type Published = readonly { display: DisplayView; programme: Programme | null }[]

/** What was published for each display of which that is known. */
const PublishedContext = createContext<Published>([])

function usePublished(): Published {
  const displays = useShownDisplays().data
  const programmes = useProgrammes((displays ?? []).map(({ id }) => id))
  return useMemo(
    () =>
      (displays ?? []).flatMap((display, n) => {
        const programme = programmes[n]
        return programme === undefined || programme === 'failed' ? [] : [{ display, programme }]
      }),
    [displays, programmes],
  )
}

/** 音を出す時間: when films and live pictures are heard on which displays, the one that counts first first. */
export function SoundPage(): ReactElement {
  const { t } = useTranslation()
  const published = usePublished()
  return (
    <PublishedContext value={published}>
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
          const rows = published.flatMap(({ display, programme }) => {
            const hours = soundOf(display, all)
            // Also one that still follows what was taken away since.
            const isSilent = hours.length === 0 && programme?.sound === undefined
            return isSilent ? [] : [{ display, hours, programme }]
          })
          return rows.length > 0 && <SoundAhead rows={rows} silent={published.length - rows.length} />
        }}
      </HoursPage>
    </PublishedContext>
  )
}

function Card({ hours, all, mayChange, onEdit }: HoursCardProps<SoundHoursView>): ReactElement {
  const { t } = useTranslation()
  const where = useTargetWords()
  const remove = useDeleteSoundHours()
  const save = useSaveSoundHours()
  const { id, name, volume, targets, times } = hours
  const place = all.indexOf(hours)
  const published = useContext(PublishedContext)
  // Of a display of which nothing is known it is not said that it does not follow these.
  const isPublished = published.every(({ display, programme }) => isFollowed(hours, display, programme))
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
