import type { HoursView } from '@akari/protocol'
import { IconPower } from '@tabler/icons-react'
import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { useDeleteHours, useHours, useSaveHours } from '../../api/schedule.ts'
import { HoursCard } from '../../parts/hours/hours-card.tsx'
import { type HoursCardProps, HoursPage } from '../../parts/hours/hours-page.tsx'
import { movedUp } from '../../parts/hours/moved-up.ts'
import { Followers } from './followers.tsx'
import { OperatingHoursDrawer } from './hours-drawer.tsx'
import { useOfWords } from './of-words.ts'

/** 運用時間: the week of each group and display that has hours, and what every display follows. */
export function OperatingHoursPage(): ReactElement {
  const { t } = useTranslation()
  return (
    <HoursPage
      kind="hours"
      texts={{
        title: t('timing.hours.title'),
        lead: t('timing.hours.lead'),
        new: t('timing.hours.new'),
        emptyTitle: t('timing.hours.emptyTitle'),
        emptyHint: t('timing.hours.emptyHint'),
      }}
      icon={IconPower}
      query={useHours()}
      card={Card}
      drawer={OperatingHoursDrawer}
    >
      {(all) => all.length > 0 && <Followers all={all} />}
    </HoursPage>
  )
}

function Card({ hours, all, mayChange, onEdit }: HoursCardProps<HoursView>): ReactElement {
  const { t } = useTranslation()
  const name = useOfWords()(hours.of)
  const remove = useDeleteHours()
  const save = useSaveHours()
  const groups = all.filter(({ of }) => of.kind === 'group')
  const place = groups.indexOf(hours)
  const goUp = (): void => {
    for (const { each, position } of movedUp(groups, hours)) {
      const { id, updatedAt: _updatedAt, ...input } = each
      save.mutate({ id, hours: { ...input, position } })
    }
  }
  return (
    <HoursCard
      id={hours.id}
      kind="hours"
      name={name}
      lines={place >= 0 && groups.length > 1 ? [t('timing.hours.place', { place: place + 1 })] : []}
      times={hours.hours}
      mayChange={mayChange}
      moving={save.isPending}
      deleteText={t('timing.hours.deleteText')}
      onUp={place > 0 ? goUp : null}
      onEdit={onEdit}
      onDelete={() => remove.mutate(hours.id)}
    />
  )
}
