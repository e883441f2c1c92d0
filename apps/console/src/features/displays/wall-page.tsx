import { Button, SegmentedControl, SimpleGrid, Skeleton } from '@mantine/core'
import { IconDeviceTv } from '@tabler/icons-react'
import { type ReactElement, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { DisplayView } from '@akari/protocol'
import { useShownDisplays } from '../../api/displays.ts'
import { Empty } from '../../parts/empty.tsx'
import { Loaded } from '../../parts/loaded.tsx'
import { matches } from '../../parts/matching.ts'
import { Page } from '../../parts/page.tsx'
import { SearchField } from '../../parts/search-field.tsx'
import { WallCard, type SayWhy } from './wall-card.tsx'
import classes from './wall.module.css'

type Shown = 'all' | 'attention'

function wantsAttention(display: DisplayView): boolean {
  return display.status !== 'online' && display.maintenance === undefined
}

/** The home page: every display as it looks now. */
export function WallPage({ SayWhy }: { SayWhy: SayWhy }): ReactElement {
  const { t } = useTranslation()
  const displays = useShownDisplays()
  const [search, setSearch] = useState('')
  const [shown, setShown] = useState<Shown>('all')
  const attention = displays.data?.filter(wantsAttention).length ?? 0
  return (
    <Page
      title={t('wall.title')}
      lead={t('wall.lead')}
      actions={
        <>
          <SearchField value={search} onChange={setSearch} label={t('displays.search')} />
          <SegmentedControl
            value={shown}
            onChange={(next) => setShown(next === 'attention' ? 'attention' : 'all')}
            data={[
              { value: 'all', label: t('wall.all', { count: displays.data?.length ?? 0 }) },
              { value: 'attention', label: t('wall.attention', { count: attention }) },
            ]}
          />
        </>
      }
    >
      <Loaded query={displays} skeleton={<WallSkeleton />}>
        {(all) =>
          all.length === 0 ? (
            <Empty icon={IconDeviceTv} title={t('wall.emptyTitle')} hint={t('wall.emptyHint')}>
              <Button component={Link} to="/displays">
                {t('wall.emptyNext')}
              </Button>
            </Empty>
          ) : (
            <Cards
              SayWhy={SayWhy}
              displays={all.filter(
                (display) =>
                  (shown === 'all' || wantsAttention(display)) &&
                  matches(search, [display.profile.name, ...display.groups]),
              )}
            />
          )
        }
      </Loaded>
    </Page>
  )
}

function Cards({ displays, SayWhy }: { displays: readonly DisplayView[]; SayWhy: SayWhy }): ReactElement {
  const { t } = useTranslation()
  if (displays.length === 0) return <p className={classes.none}>{t('wall.noneFound')}</p>
  return (
    <ul className={classes.wall}>
      {displays.map((display) => (
        <WallCard key={display.id} display={display} SayWhy={SayWhy} />
      ))}
    </ul>
  )
}

function WallSkeleton(): ReactElement {
  return (
    <SimpleGrid cols={3}>
      <Skeleton height={300} radius={10} />
      <Skeleton height={300} radius={10} />
      <Skeleton height={300} radius={10} />
    </SimpleGrid>
  )
}
