import { unroll } from '@akari/programme'
import type { DisplayView, Programme, SoundHoursView } from '@akari/protocol'
import { Anchor } from '@mantine/core'
import { IconVolume, IconVolumeOff } from '@tabler/icons-react'
import { type ReactElement, useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { useDesk } from '../../api/alerts.ts'
import { directionFor, useValues } from '../../parts/direction.ts'
import frame from '../../parts/hours/hours.module.css'
import { soundNowWords } from '../../parts/sound-words.ts'
import { useTextIn } from '../../parts/texts-in.ts'
import { useNow } from '../../parts/use-now.ts'
import { useWhen } from '../../parts/when.ts'
import { hasAnythingToHear, type Heard, heardAhead } from './heard-ahead.ts'
import { isPublished } from './published.ts'
import classes from './sound.module.css'
import { UnpublishedMark } from './unpublished-mark.tsx'

const DAY_MS = 86_400_000
const LOOKED_DAYS = 7
const MOST = 3
const LOOK_AGAIN_MS = 30_000

type Row = { display: DisplayView; hours: readonly SoundHoursView[]; programme: Programme | null }

/** What is heard now and next of each display that has sound hours, or why nothing is; and how many have none. */
export function SoundAhead({ rows, silent }: { rows: readonly Row[]; silent: number }): ReactElement {
  const { t } = useTranslation()
  return (
    <section aria-labelledby="sound-ahead">
      <h2 id="sound-ahead" className={frame.heading}>
        {t('sound.ahead.title')}
      </h2>
      <ul className={classes.ahead}>
        {rows.map((row) => (
          <li key={row.display.id} data-testid={`sound-ahead-${row.display.id}`}>
            <div className={classes.whose}>
              <Anchor component={Link} to={`/displays/${encodeURIComponent(row.display.id)}`} fw={700}>
                {row.display.profile.name}
              </Anchor>
              {!isPublished(row.hours, row.programme) && <UnpublishedMark />}
            </div>
            {row.programme?.sound === undefined ? (
              <p className={frame.quiet}>{t('sound.ahead.notYet')}</p>
            ) : (
              <Ahead display={row.display} programme={row.programme} />
            )}
          </li>
        ))}
      </ul>
      {silent > 0 && <p className={frame.quiet}>{t('sound.ahead.others', { count: silent })}</p>}
    </section>
  )
}

function Ahead({ display, programme }: { display: DisplayView; programme: Programme }): ReactElement {
  const { t } = useTranslation()
  const when = useWhen()
  const textIn = useTextIn()
  const values = useValues()
  const desk = useDesk().data
  const nowMs = useNow(LOOK_AGAIN_MS)
  const day = Math.floor(nowMs / DAY_MS)
  const windows = useMemo(() => {
    const at = (days: number): string => new Date((day + days) * DAY_MS).toISOString()
    return unroll(programme, at(-1), at(LOOKED_DAYS + 2))
  }, [programme, day])
  const direction = useMemo(
    () => directionFor(display, programme, windows, desk, nowMs, values),
    [display, programme, windows, desk, nowMs, values],
  )
  // Nobody knows how long an alert lasts: what comes is told as if there were none.
  const found = useMemo(() => {
    const decide = (ms: number) => directionFor(display, programme, windows, undefined, ms, values)
    return heardAhead(decide, nowMs, nowMs + LOOKED_DAYS * DAY_MS, MOST)
  }, [display, programme, windows, values, nowMs])
  const isHeard = direction.sound !== undefined
  const what = ({ title, playlistName }: Heard): string =>
    t('sound.ahead.item', { title: title === null ? '' : textIn(title), playlist: playlistName })
  const [first] = found.heard
  const now = isHeard && first?.fromMs === nowMs ? first : null
  const next = now === null ? found.heard : found.heard.slice(1)
  const Icon = isHeard ? IconVolume : IconVolumeOff
  return (
    <div className={classes.told}>
      <p className={classes.now} data-heard={isHeard}>
        <Icon size={18} aria-hidden />
        <span>
          {now !== null && <b>{what(now)} </b>}
          {soundNowWords(direction, true, t, when.dayAndTime)}
        </span>
      </p>
      {next.map((each) => (
        <p key={`${each.fromMs} ${each.playlistName}`} className={classes.next}>
          <b>{t('sound.ahead.from', { at: when.dayAndTime(new Date(each.fromMs).toISOString()) })}</b> {what(each)}
        </p>
      ))}
      {found.heard.length === 0 && (
        <p className={classes.next}>
          {hasAnythingToHear(programme)
            ? t(found.silence?.because === 'silent-item' ? 'sound.ahead.allSilent' : 'sound.ahead.nothing', {
                at: when.dayAndTime(new Date(found.lookedToMs).toISOString()),
              })
            : t('sound.ahead.nothingToHear')}
        </p>
      )}
    </div>
  )
}
