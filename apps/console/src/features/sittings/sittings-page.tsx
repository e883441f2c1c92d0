import type { SittingView } from '@akari/protocol'
import { Button } from '@mantine/core'
import { IconBuildingBank, IconPlus } from '@tabler/icons-react'
import { type ReactElement, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { useMay } from '../../api/session.ts'
import { useSittings } from '../../api/sittings.ts'
import { CouncilNav } from '../../parts/council-nav.tsx'
import { Empty } from '../../parts/empty.tsx'
import { Loaded } from '../../parts/loaded.tsx'
import { TIME_ZONE, toLocal } from '../../parts/local-time.ts'
import { matches } from '../../parts/matching.ts'
import { Page } from '../../parts/page.tsx'
import { SearchField } from '../../parts/search-field.tsx'
import { everyLanguage } from '../../parts/texts-in.ts'
import { MonthOfSittings } from './month-of-sittings.tsx'
import { useOverlaps } from './overlaps.tsx'
import { SittingCard } from './sitting-card.tsx'
import classes from './sittings.module.css'

/** The council's calendar: what goes on and what is to come, then what is over, and a month to look days up in. */
export function SittingsPage(): ReactElement {
  const { t } = useTranslation()
  const mayPlan = useMay('takeover')
  const [search, setSearch] = useState('')
  const [day, setDay] = useState<string | null>(null)
  return (
    <Page
      title={t('sittings.title')}
      lead={t('sittings.lead')}
      actions={
        <>
          <SearchField value={search} onChange={setSearch} label={t('sittings.search')} />
          {mayPlan && (
            <Button
              component={Link}
              to={day === null ? '/sittings/new' : `/sittings/new?day=${day}`}
              leftSection={<IconPlus size={18} />}
              data-testid="sitting-new"
            >
              {t('sittings.plan')}
            </Button>
          )}
        </>
      }
    >
      <CouncilNav />
      <Loaded query={useSittings()}>
        {(all) => {
          if (all.length === 0) {
            return <Empty icon={IconBuildingBank} title={t('sittings.emptyTitle')} hint={t('sittings.emptyHint')} />
          }
          const found = all
            .filter(({ startsAt }) => day === null || toLocal(startsAt, TIME_ZONE).startsWith(day))
            .filter(({ title, agenda }) =>
              matches(search, [...everyLanguage(title), ...agenda.flatMap((item) => everyLanguage(item.title))]),
            )
          return (
            <div className={classes.listColumns}>
              <div className={classes.lists}>
                <Sittings
                  of="coming"
                  none={t(search === '' && day === null ? 'sittings.noneComing' : 'sittings.noneFound')}
                  sittings={found.filter(({ isOver }) => !isOver).toReversed()}
                />
                <Sittings of="over" none={null} sittings={found.filter(({ isOver }) => isOver)} />
              </div>
              <MonthOfSittings sittings={all} day={day} onDay={setDay} />
            </div>
          )
        }}
      </Loaded>
    </Page>
  )
}

function Sittings({
  of,
  none,
  sittings,
}: {
  of: 'coming' | 'over'
  /** Said where there is none; null: then it is not there at all. */
  none: string | null
  sittings: readonly SittingView[]
}): ReactElement | null {
  const { t } = useTranslation()
  const overlapsOf = useOverlaps()
  if (none === null && sittings.length === 0) return null
  return (
    <section aria-labelledby={`sittings-${of}`}>
      <h2 id={`sittings-${of}`} className={classes.heading}>
        {t(`sittings.${of}`)}
      </h2>
      {sittings.length === 0 && <p className={classes.none}>{none}</p>}
      <ul className={classes.cards}>
        {sittings.map((sitting) => (
          <SittingCard key={sitting.id} sitting={sitting} overlaps={sitting.isOver ? [] : overlapsOf(sitting)} />
        ))}
      </ul>
    </section>
  )
}
