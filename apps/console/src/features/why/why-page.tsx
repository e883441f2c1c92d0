import type { DisplayView, Programme } from '@akari/protocol'
import { Button, SegmentedControl, Select } from '@mantine/core'
import { IconDeviceTv, IconLayoutColumns } from '@tabler/icons-react'
import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { useDesk } from '../../api/alerts.ts'
import { useShownDisplays } from '../../api/displays.ts'
import { Empty } from '../../parts/empty.tsx'
import { Loaded } from '../../parts/loaded.tsx'
import { Page } from '../../parts/page.tsx'
import { useTextIn } from '../../parts/texts-in.ts'
import { useWhen } from '../../parts/when.ts'
import { DayBand } from './day-band.tsx'
import { EntryQuestion } from './entry-question.tsx'
import { GlassView } from './glass-view.tsx'
import { LadderView } from './ladder-view.tsx'
import { DAYS_AROUND, MINUTE_MS } from './moment.ts'
import { namesOf } from './names.ts'
import { NextChange } from './next-change.tsx'
import { PastRecord } from './past-record.tsx'
import { TimeTravel } from './time-travel.tsx'
import { useCourses, useLadder, useProgrammeBy, useWindows } from './use-glass-at.ts'
import { type Place, usePlace } from './use-place.ts'
import { useTravel } from './use-travel.ts'
import classes from './why.module.css'
import { clockWords, type WordDeps } from './why-words.ts'

/** «なぜこれが表示?»: any display at any minute, by what is published or by the draft. */
export function WhyPage(): ReactElement {
  const { t } = useTranslation()
  const displays = useShownDisplays()
  const place = usePlace()
  return (
    <Page
      title={t('why.title')}
      lead={t('why.lead')}
      actions={<Choices place={place} displays={displays.data ?? []} />}
    >
      <Loaded query={displays}>
        {(all) => {
          const display = chosenOf(all, place)
          if (display !== undefined) return <Answer key={display.id} display={display} place={place} />
          return all.length === 0 ? (
            <Empty icon={IconDeviceTv} title={t('why.noDisplays')} hint={t('why.noDisplaysHint')} />
          ) : (
            <p>{t('why.gone')}</p>
          )
        }}
      </Loaded>
    </Page>
  )
}

/** The display of the address; the first where it names none. */
function chosenOf(displays: readonly DisplayView[], place: Place): DisplayView | undefined {
  const named = place.get('display')
  return named === null ? displays[0] : displays.find(({ id }) => id === named)
}

function Choices({ place, displays }: { place: Place; displays: readonly DisplayView[] }): ReactElement {
  const { t } = useTranslation()
  const chosen = chosenOf(displays, place)
  const query = new URLSearchParams({ display: chosen?.id ?? '', by: place.basis })
  const at = place.get('at')
  if (at !== null) query.set('at', at)
  return (
    <>
      <Select
        aria-label={t('why.display')}
        data={displays.map(({ id, profile }) => ({ value: id, label: profile.name }))}
        value={chosen?.id ?? null}
        onChange={(id) => place.set('display', id)}
        allowDeselect={false}
        searchable
        data-testid="why-display"
      />
      <SegmentedControl
        aria-label={t('why.basis')}
        value={place.basis}
        onChange={(by) => place.set('by', by === 'draft' ? 'draft' : null)}
        data={[
          { value: 'published', label: t('why.published') },
          { value: 'draft', label: t('why.draft') },
        ]}
      />
      <Button
        component={Link}
        to={`/preview?${query.toString()}`}
        variant="default"
        leftSection={<IconLayoutColumns size={18} />}
      >
        {t('why.preview.compare')}
      </Button>
    </>
  )
}

function Answer({ display, place }: { display: DisplayView; place: Place }): ReactElement {
  const travel = useTravel(place)
  const programme = useProgrammeBy(display.id, place.basis)
  return (
    <Loaded query={programme}>
      {(held) => <Explained display={display} programme={held} place={place} travel={travel} />}
    </Loaded>
  )
}

function Explained({
  display,
  programme,
  place,
  travel,
}: {
  display: DisplayView
  programme: Programme | null
  place: Place
  travel: ReturnType<typeof useTravel>
}): ReactElement {
  const { t } = useTranslation()
  const when = useWhen()
  const textIn = useTextIn()
  const desk = useDesk().data
  const { atMs, nowMs, follows } = travel
  const windows = useWindows(programme, atMs, DAYS_AROUND + 1)
  const ladder = useLadder(display, programme, windows, follows ? desk : undefined, atMs, nowMs)
  const courses = useCourses(programme, windows, atMs)
  const deps: WordDeps = { t, when, names: namesOf(programme, desk, textIn), programme, atMs }
  const isPast = !follows && atMs < nowMs - MINUTE_MS
  const moment = { at: clockWords(new Date(atMs).toISOString(), { when, atMs: nowMs }) }
  return (
    <>
      <TimeTravel travel={travel}>
        <DayBand name={display.profile.name} courses={courses} names={deps.names} atMs={atMs} />
      </TimeTravel>
      <div className={classes.answerBoard}>
        <section className={classes.picture} aria-labelledby="why-glass">
          <h2 id="why-glass">{follows ? t('why.glassNow') : t(isPast ? 'why.glassPast' : 'why.glassThen', moment)}</h2>
          <GlassView display={display} programme={programme} direction={ladder.direction} atMs={atMs} />
          {isPast && place.basis === 'published' && (
            <PastRecord displayId={display.id} direction={ladder.direction} deps={deps} />
          )}
          {programme !== null && <NextChange programme={programme} ladder={ladder} courses={courses} deps={deps} />}
          <EntryQuestion
            display={display}
            programme={programme}
            windows={windows}
            place={place}
            travel={travel}
            deps={deps}
          />
        </section>
        <section className={classes.decided} aria-labelledby="why-ladder">
          <h2 id="why-ladder">{t('why.ladder')}</h2>
          <p className={classes.quiet}>
            {t('why.ladderHint')} {!follows && t('why.alertsUnknown')}
          </p>
          <LadderView ladder={ladder} deps={deps} />
        </section>
      </div>
    </>
  )
}
