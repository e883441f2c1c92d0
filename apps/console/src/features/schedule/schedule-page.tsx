import { reaches } from '@akari/programme'
import type { EntryView } from '@akari/protocol'
import { Button, Group, Select, Text } from '@mantine/core'
import { IconCalendarPlus, IconPlus } from '@tabler/icons-react'
import { lazy, type ReactElement, Suspense, useEffect, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useEntries, usePlaylists } from '../../api/content.ts'
import { useShownDisplays } from '../../api/displays.ts'
import { useMay } from '../../api/session.ts'
import { Empty } from '../../parts/empty.tsx'
import { Loaded } from '../../parts/loaded.tsx'
import { TIME_ZONE, toLocal } from '../../parts/local-time.ts'
import { matches } from '../../parts/matching.ts'
import { wanted } from '../../parts/newest-code.ts'
import { Page } from '../../parts/page.tsx'
import { ScheduleNav } from '../../parts/schedule-nav.tsx'
import { SearchField } from '../../parts/search-field.tsx'
import { useNow } from '../../parts/use-now.ts'
import { fromTo, newPlan } from '../../parts/recurrence/plan.ts'
import { useOfficeDays } from '../../parts/use-office-days.ts'
import { Calendar } from './calendar/calendar.tsx'
import { KeyList } from './calendar/key-list.tsx'
import { Toolbar } from './calendar/toolbar.tsx'
import type { Opened } from './entry/draft.ts'
import { EntryList } from './entry-list.tsx'
import { isOfKind, type Kind, KINDS } from './filter.ts'
import { useAskedEntry } from './use-asked-entry.ts'
import { useMoves } from './use-moves.tsx'
import { usePlace } from './use-place.ts'

const MINUTE_MS = 60_000
/** The drawer is fetched this long after the page, before anybody has found the button. */
const DRAWER_AFTER_MS = 1_500

const drawer = async () => ({ default: (await import('./entry/entry-drawer.tsx')).EntryDrawer })
const EntryDrawer = lazy(() => wanted(drawer))

/** When what is shown: displays and groups by day, week or month, or every entry as a list. */
export function SchedulePage(): ReactElement {
  const { t } = useTranslation()
  const today = toLocal(useNow(MINUTE_MS), TIME_ZONE).slice(0, 10)
  const entries = useEntries()
  const displays = useShownDisplays()
  const playlists = usePlaylists().data
  const days = useOfficeDays()
  const mayChange = useMay('content')
  const place = usePlace(today)
  const moves = useMoves()
  const [search, setSearch] = useState('')
  const [displayId, setDisplayId] = useState<string | null>(null)
  const [kind, setKind] = useState<Kind | null>(null)
  const [opened, setOpened] = useState<Opened | null>(null)
  const { asked, forget } = useAskedEntry(entries.data)
  const display = displays.data?.find((each) => each.id === displayId)
  useEffect(() => {
    // Where it cannot be fetched now, pressing the button fetches it again.
    const timer = setTimeout(() => void drawer().catch(() => undefined), DRAWER_AFTER_MS)
    return () => clearTimeout(timer)
  }, [])
  // Drawn once, with all it needs.
  const rows = { data: days.isReady ? displays.data : undefined, error: displays.error, refetch: displays.refetch }
  const inSight = useMemo(
    () => displays.data?.filter(({ id }) => displayId === null || id === displayId) ?? [],
    [displays.data, displayId],
  )
  const choices = useMemo(
    () => displays.data?.map((each) => ({ value: each.id, label: each.profile.name })) ?? [],
    [displays.data],
  )
  const shown = useMemo(() => {
    const isShown = (entry: EntryView): boolean => {
      const playlist = playlists?.find((each) => each.id === entry.playlistId)?.name ?? ''
      const here = display === undefined || reaches(entry.targets, display)
      return here && isOfKind(entry, kind) && matches(search, [entry.name, playlist])
    }
    return entries.data?.filter(isShown) ?? []
  }, [entries.data, playlists, display, kind, search])
  return (
    <Page
      title={t('schedule.title')}
      lead={t('schedule.lead')}
      actions={
        mayChange && (
          <Button
            leftSection={<IconPlus size={18} />}
            onClick={() => setOpened({ plan: newPlan(today), targets: null })}
            data-testid="entry-new"
            data-guide="schedule"
          >
            {t('schedule.new')}
          </Button>
        )
      }
    >
      <ScheduleNav />
      <Group justify="space-between" gap="sm">
        <Toolbar {...place} />
        <Group gap="sm">
          <SearchField value={search} onChange={setSearch} label={t('schedule.search')} />
          <Select
            w={140}
            aria-label={t('calendar.kind')}
            placeholder={t('calendar.allKinds')}
            data={KINDS.map((each) => ({ value: each, label: t(`calendar.kinds.${each}`) }))}
            value={kind}
            onChange={(next) => setKind(KINDS.find((each) => each === next) ?? null)}
            clearable
          />
          <Select
            w={170}
            aria-label={t('schedule.display')}
            placeholder={t('schedule.allDisplays')}
            data={choices}
            value={displayId}
            onChange={setDisplayId}
            clearable
            searchable
          />
        </Group>
      </Group>
      <Loaded query={entries}>
        {(all) =>
          place.shown === 'list' ? (
            all.length === 0 ? (
              <Empty icon={IconCalendarPlus} title={t('schedule.emptyTitle')} hint={t('schedule.emptyHint')} />
            ) : (
              <EntryList entries={shown} onOpen={setOpened} readOnly={!mayChange} />
            )
          ) : (
            <>
              {all.length === 0 && mayChange && <Text c="gray.6">{t('calendar.emptyHint')}</Text>}
              <Loaded query={rows}>
                {() => (
                  <Calendar
                    span={place.span}
                    entries={shown}
                    displays={inSight}
                    days={days}
                    today={today}
                    readOnly={!mayChange}
                    onNew={({ day, from, to, targets }) =>
                      setOpened({
                        plan: { ...newPlan(day), repetition: { kind: 'once' }, times: fromTo(from, to) },
                        targets,
                      })
                    }
                    onEdit={(entry) => setOpened({ entry })}
                    onMove={moves.onMove}
                    onView={place.onShow}
                    onToday={place.onToday}
                    onStep={place.onStep}
                  />
                )}
              </Loaded>
              <KeyList />
            </>
          )
        }
      </Loaded>
      {moves.question}
      <Suspense>
        {opened !== null && <EntryDrawer opened={opened} onClose={() => setOpened(null)} />}
        {opened === null && asked !== null && <EntryDrawer opened={{ entry: asked }} onClose={forget} />}
      </Suspense>
    </Page>
  )
}
