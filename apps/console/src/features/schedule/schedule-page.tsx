import type { EntryView } from '@akari/protocol'
import { ActionIcon, Button, Group, SegmentedControl, Select, Text } from '@mantine/core'
import { IconCalendarPlus, IconChevronLeft, IconChevronRight, IconPlus } from '@tabler/icons-react'
import { type ReactElement, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useEntries, usePlaylists } from '../../api/content.ts'
import { useDisplays } from '../../api/displays.ts'
import { useMay } from '../../api/session.ts'
import { Empty } from '../../parts/empty.tsx'
import { Loaded } from '../../parts/loaded.tsx'
import { addDays, TIME_ZONE, toInstant, toLocal } from '../../parts/local-time.ts'
import { matches } from '../../parts/matching.ts'
import { Page } from '../../parts/page.tsx'
import { SearchField } from '../../parts/search-field.tsx'
import { useNow } from '../../parts/use-now.ts'
import { EntryDrawer } from './entry-drawer.tsx'
import { EntryList } from './entry-list.tsx'
import type { Opened } from './opened.ts'
import { newRuleForm } from './rule-form.ts'
import { reaches } from './targets.ts'
import { WeekGrid } from './week-grid.tsx'
import { mondayOf } from './week-layout.ts'

const MINUTE_MS = 60_000

/** When what is shown: a week as a calendar, or every entry as a list. */
export function SchedulePage(): ReactElement {
  const { t } = useTranslation()
  const today = toLocal(useNow(MINUTE_MS), TIME_ZONE).slice(0, 10)
  const entries = useEntries()
  const displays = useDisplays().data ?? []
  const playlists = usePlaylists().data ?? []
  const mayChange = useMay('content')
  const [monday, setMonday] = useState(() => mondayOf(today))
  const [view, setView] = useState<'week' | 'list'>('week')
  const [search, setSearch] = useState('')
  const [displayId, setDisplayId] = useState<string | null>(null)
  const [opened, setOpened] = useState<Opened | null>(null)
  const display = displays.find((each) => each.id === displayId)
  const shown = (entry: EntryView): boolean => {
    const playlist = playlists.find((each) => each.id === entry.playlistId)?.name ?? ''
    return matches(search, [entry.name, playlist]) && (display === undefined || reaches(entry.targets, display))
  }
  return (
    <Page
      title={t('schedule.title')}
      lead={t('schedule.lead')}
      actions={
        mayChange && (
          <Button
            leftSection={<IconPlus size={18} />}
            onClick={() => setOpened({ from: newRuleForm(today) })}
            data-testid="entry-new"
          >
            {t('schedule.new')}
          </Button>
        )
      }
    >
      <Group justify="space-between">
        <Group gap="sm">
          <SegmentedControl
            value={view}
            onChange={(next) => setView(next === 'list' ? 'list' : 'week')}
            data={[
              { value: 'week', label: t('schedule.week') },
              { value: 'list', label: t('schedule.list') },
            ]}
          />
          {view === 'week' && <WeekSteps monday={monday} today={today} onChange={setMonday} />}
        </Group>
        <Group gap="sm">
          <SearchField value={search} onChange={setSearch} label={t('schedule.search')} />
          <Select
            aria-label={t('schedule.display')}
            placeholder={t('schedule.allDisplays')}
            data={displays.map((each) => ({ value: each.id, label: each.profile.name }))}
            value={displayId}
            onChange={setDisplayId}
            clearable
            searchable
          />
        </Group>
      </Group>
      <Loaded query={entries}>
        {(all) => {
          if (all.length === 0 && view === 'list') {
            return <Empty icon={IconCalendarPlus} title={t('schedule.emptyTitle')} hint={t('schedule.emptyHint')} />
          }
          return view === 'week' ? (
            <>
              {all.length === 0 && mayChange && <Text c="gray.6">{t('schedule.emptyWeek')}</Text>}
              <WeekGrid
                entries={all.filter(shown)}
                monday={monday}
                today={today}
                onOpen={setOpened}
                readOnly={!mayChange}
              />
            </>
          ) : (
            <EntryList entries={all.filter(shown)} onOpen={setOpened} readOnly={!mayChange} />
          )
        }}
      </Loaded>
      {opened !== null && <EntryDrawer opened={opened} onClose={() => setOpened(null)} />}
    </Page>
  )
}

function WeekSteps({
  monday,
  today,
  onChange,
}: {
  monday: string
  today: string
  onChange: (monday: string) => void
}): ReactElement {
  const { t, i18n } = useTranslation()
  const dayName = (day: string, withYear: boolean): string =>
    new Intl.DateTimeFormat(i18n.language, {
      timeZone: TIME_ZONE,
      month: 'long',
      day: 'numeric',
      ...(withYear ? { year: 'numeric' } : {}),
    }).format(new Date(toInstant(`${day}T12:00`, TIME_ZONE)))
  const sunday = addDays(monday, 6)
  const range = t('schedule.range', {
    from: dayName(monday, true),
    to: dayName(sunday, sunday.slice(0, 4) !== monday.slice(0, 4)),
  })
  return (
    <Group gap={6}>
      <ActionIcon
        variant="default"
        size="lg"
        aria-label={t('schedule.previous')}
        onClick={() => onChange(addDays(monday, -7))}
      >
        <IconChevronLeft size={20} />
      </ActionIcon>
      <Button variant="default" onClick={() => onChange(mondayOf(today))}>
        {t('schedule.thisWeek')}
      </Button>
      <ActionIcon
        variant="default"
        size="lg"
        aria-label={t('schedule.next')}
        onClick={() => onChange(addDays(monday, 7))}
      >
        <IconChevronRight size={20} />
      </ActionIcon>
      <strong style={{ marginLeft: '0.5rem' }} role="status">
        {range}
      </strong>
    </Group>
  )
}
