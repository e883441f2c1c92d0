import type { DisplayView } from '@akari/protocol'
import { Button, MultiSelect, SegmentedControl } from '@mantine/core'
import { IconDeviceTv, IconHelpCircle } from '@tabler/icons-react'
import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { useDesk } from '../../api/alerts.ts'
import { useDraftStatus } from '../../api/content.ts'
import { useShownDisplays } from '../../api/displays.ts'
import { Empty } from '../../parts/empty.tsx'
import { Loaded } from '../../parts/loaded.tsx'
import { Page } from '../../parts/page.tsx'
import { useTextIn } from '../../parts/texts-in.ts'
import { DayBand } from './day-band.tsx'
import { GlassView } from './glass-view.tsx'
import { namesOf } from './names.ts'
import { TimeTravel } from './time-travel.tsx'
import { useCourses, useLadder, useProgrammeBy, useWindows } from './use-glass-at.ts'
import { type Place, usePlace } from './use-place.ts'
import { type Travel, useTravel } from './use-travel.ts'
import classes from './why.module.css'

const AT_MOST = 6
/** Shown at first, where nobody chose. */
const AT_FIRST = 2

/** Several displays side by side at the same moment, on a clock that staff move. */
export function PreviewPage(): ReactElement {
  const { t } = useTranslation()
  const displays = useShownDisplays()
  const place = usePlaceOfPreview()
  const travel = useTravel(place)
  const chosen = chosenOf(displays.data ?? [], place)
  return (
    <Page
      title={t('why.preview.title')}
      lead={t('why.preview.lead')}
      actions={
        <>
          <MultiSelect
            aria-label={t('why.preview.displays')}
            placeholder={chosen.length === 0 ? t('why.preview.displays') : ''}
            data={(displays.data ?? []).map(({ id, profile }) => ({ value: id, label: profile.name }))}
            value={chosen.map(({ id }) => id)}
            onChange={(ids) => place.set('display', ids.join(','))}
            maxValues={AT_MOST}
            searchable
            maw="34rem"
            data-testid="preview-displays"
          />
          <SegmentedControl
            aria-label={t('why.basis')}
            value={place.basis}
            onChange={(by) => place.set('by', by)}
            data={[
              { value: 'published', label: t('why.published') },
              { value: 'draft', label: t('why.draft') },
            ]}
          />
        </>
      }
    >
      <Loaded query={displays}>
        {(all) =>
          all.length === 0 ? (
            <Empty icon={IconDeviceTv} title={t('why.noDisplays')} hint={t('why.noDisplaysHint')} />
          ) : (
            <>
              <TimeTravel travel={travel}>
                {chosen.map((display) => (
                  <Band key={display.id} display={display} place={place} travel={travel} />
                ))}
              </TimeTravel>
              {chosen.length === 0 && <p className={classes.quiet}>{t('why.preview.pick')}</p>}
              <ul className={classes.glasses}>
                {chosen.map((display) => (
                  <Glass key={display.id} display={display} place={place} travel={travel} />
                ))}
              </ul>
            </>
          )
        }
      </Loaded>
    </Page>
  )
}

/** Who looks before publishing wants to see the draft; where there is none, what is published. */
function usePlaceOfPreview(): Place {
  const place = usePlace()
  const hasDraft = (useDraftStatus().data?.changed.length ?? 0) > 0
  return place.get('by') === null && hasDraft ? { ...place, basis: 'draft' } : place
}

function chosenOf(displays: readonly DisplayView[], place: Place): DisplayView[] {
  const named = place.get('display')
  if (named === null) return displays.slice(0, AT_FIRST)
  const ids = named.split(',').slice(0, AT_MOST)
  return displays.filter(({ id }) => ids.includes(id))
}

/** Between these heights a glass takes the room that there is. */
const LOWEST_REM = 16
const HIGHEST_REM = 30

type Of = { display: DisplayView; place: Place; travel: Travel }

/** A day on either side is enough here: nobody asks when an entry comes next. */
const AHEAD = 2

function Band({ display, place, travel: { atMs } }: Of): ReactElement {
  const textIn = useTextIn()
  const programme = useProgrammeBy(display.id, place.basis).data ?? null
  const courses = useCourses(programme, useWindows(programme, atMs, AHEAD), atMs)
  return (
    <div className={classes.named}>
      <span>{display.profile.name}</span>
      <DayBand
        name={display.profile.name}
        courses={courses}
        names={namesOf(programme, undefined, textIn)}
        atMs={atMs}
      />
    </div>
  )
}

function Glass({ display, place, travel: { atMs, nowMs, follows } }: Of): ReactElement {
  const { t } = useTranslation()
  const desk = useDesk().data
  const programme = useProgrammeBy(display.id, place.basis)
  const windows = useWindows(programme.data ?? null, atMs, AHEAD)
  const { direction } = useLadder(display, programme.data ?? null, windows, follows ? desk : undefined, atMs, nowMs)
  const { name, widthPx, heightPx } = display.profile
  const ratio = widthPx / heightPx
  const query = new URLSearchParams({ display: display.id, by: place.basis })
  const at = place.get('at')
  if (at !== null) query.set('at', at)
  return (
    <li
      style={{ flexGrow: ratio, flexBasis: `${LOWEST_REM * ratio}rem`, maxWidth: `${HIGHEST_REM * ratio + 1.25}rem` }}
    >
      <GlassView display={display} programme={programme.data ?? null} direction={direction} atMs={atMs} />
      <div className={classes.glassWords}>
        <b>{name}</b>
        <Button
          component={Link}
          to={`/why?${query.toString()}`}
          size="compact-sm"
          variant="subtle"
          leftSection={<IconHelpCircle size={16} />}
          aria-label={t('why.shortFor', { name })}
        >
          {t('why.short')}
        </Button>
      </div>
    </li>
  )
}
