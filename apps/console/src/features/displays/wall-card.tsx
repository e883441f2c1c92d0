import type { Direction } from '@akari/programme'
import type { Channel, DisplayView, OnGlass } from '@akari/protocol'
import { Button, Skeleton } from '@mantine/core'
import { IconAlertTriangle, IconHelpCircle, IconPlugOff } from '@tabler/icons-react'
import { type ReactElement, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { useDesk } from '../../api/alerts.ts'
import { useProgramme } from '../../api/displays.ts'
import { stateOf } from '../../parts/display-state.ts'
import { StatusMark } from '../../parts/status-mark.tsx'
import { useTextIn } from '../../parts/texts-in.ts'
import { useWhen } from '../../parts/when.ts'
import { useDirection } from '../../parts/direction.ts'
import { LivingThumbnail } from '../../parts/living-thumbnail.tsx'
import { TroubleList } from '../../parts/trouble-list.tsx'
import { type Agreement, agreementOf } from '../../parts/agreement.ts'
import classes from './wall.module.css'

const GLASS_REM = 17
const NARROWEST_REM = 17.5
const FRAME_REM = 1.375

/** All glasses of the wall are equally high, so that a tall one looks tall; a card is as wide as its glass needs. */
function cardWidth({ profile }: DisplayView): string {
  return `${Math.max(NARROWEST_REM, (GLASS_REM * profile.widthPx) / profile.heightPx) + FRAME_REM}rem`
}

/** Says why a display shows what it shows, until that is closed. */
export type SayWhy = (asked: { display: DisplayView; onClose: () => void }) => ReactElement

/** One display of the wall: what it is to show, what it says it shows, and whether to believe it. */
export function WallCard({ display, SayWhy }: { display: DisplayView; SayWhy: SayWhy }): ReactElement {
  const { t } = useTranslation()
  const programme = useProgramme(display.id)
  const desk = useDesk().data
  const direction = useDirection(display, programme.data ?? null, desk)
  const agreement = agreementOf(display, direction)
  const emergency = display.status === 'unpaired' ? undefined : emergencyOf(direction)
  return (
    <li
      className={classes.card}
      data-status={display.status}
      data-emergency={emergency}
      style={{ width: cardWidth(display) }}
      data-testid={`wall-${display.id}`}
    >
      <div className={classes.glass}>
        {programme.data === undefined && programme.error === null ? (
          <Skeleton className={classes.waiting ?? ''} />
        ) : (
          <LivingThumbnail display={display} direction={direction} city={programme.data?.city ?? null} />
        )}
      </div>
      <div className={classes.words}>
        <div className={classes.head}>
          <h2>
            <Link to={`/displays/${encodeURIComponent(display.id)}`}>{display.profile.name}</Link>
          </h2>
          <StatusMark status={stateOf(display)} />
        </div>
        {emergency !== undefined && (
          <p className={classes.emergency}>
            {t(agreement.kind === 'same' ? `wall.inEmergency.${emergency}` : `wall.unconfirmed.${emergency}`)}
          </p>
        )}
        <Reported display={display} agreement={agreement} />
        <TroubleList display={display} />
        <Why display={display} SayWhy={SayWhy} />
      </div>
    </li>
  )
}

function Why({ display, SayWhy }: { display: DisplayView; SayWhy: SayWhy }): ReactElement {
  const { t } = useTranslation()
  const [asked, setAsked] = useState(false)
  return (
    <>
      <Button
        className={classes.why ?? ''}
        size="compact-sm"
        variant="subtle"
        leftSection={<IconHelpCircle size={16} aria-hidden />}
        aria-label={t('why.shortFor', { name: display.profile.name })}
        onClick={() => setAsked(true)}
        data-testid={`why-${display.id}`}
      >
        {t('why.short')}
      </Button>
      {asked && <SayWhy display={display} onClose={() => setAsked(false)} />}
    </>
  )
}

/** The channel of the emergency on the glass; word that one is over alarms nobody. */
function emergencyOf({ scene }: Direction): Channel | undefined {
  return scene.kind === 'emergency' && scene.alerts[0]?.phase === 'inForce' ? scene.channel : undefined
}

function Reported({ display, agreement }: { display: DisplayView; agreement: Agreement }): ReactElement {
  const { t } = useTranslation()
  const when = useWhen()
  const onGlass = display.health?.onGlass ?? null
  if (display.status === 'unpaired') return <p className={classes.quiet}>{t('wall.pairFirst')}</p>
  const seen =
    display.lastSeenAt === null ? t('wall.neverSeen') : t('wall.lastSeen', { at: when.dayAndTime(display.lastSeenAt) })
  switch (agreement.kind) {
    case 'not-reported':
      return (
        <p className={classes.quiet}>
          {onGlass === null ? t('wall.notReported') : <LastReport onGlass={onGlass} />} <span>{seen}</span>
        </p>
      )
    case 'same':
      return <p className={classes.report}>{onGlass !== null && <Report onGlass={onGlass} />}</p>
    case 'on-battery':
      return (
        <div className={classes.mismatch}>
          <IconPlugOff size={18} aria-hidden />
          <p>
            <span>{t('wall.onBattery')}</span>
          </p>
        </div>
      )
    case 'older-programme':
      return (
        <div className={classes.mismatch}>
          <IconAlertTriangle size={18} aria-hidden />
          <p>
            {onGlass !== null && <Report onGlass={onGlass} />}
            <span>{t('wall.olderProgramme')}</span>
          </p>
        </div>
      )
    case 'other-scene':
      return (
        <div className={classes.mismatch}>
          <IconAlertTriangle size={18} aria-hidden />
          <p>
            {onGlass !== null && <Report onGlass={onGlass} />}
            <span>
              {agreement.expected === null
                ? t('wall.expectedNothing')
                : t('wall.expected', { title: agreement.expected })}
            </span>
          </p>
        </div>
      )
  }
}

function useGlassTitle(onGlass: OnGlass): string {
  const { t } = useTranslation()
  const textIn = useTextIn()
  return onGlass.title === null ? t(`layer.${onGlass.layer}`) : textIn(onGlass.title)
}

function Report({ onGlass }: { onGlass: OnGlass }): ReactElement {
  const { t } = useTranslation()
  const when = useWhen()
  const title = useGlassTitle(onGlass)
  return (
    <>
      <b>{t('wall.shows', { title })}</b>
      <span className="numbers">{t('wall.since', { at: when.time(onGlass.since) })}</span>
    </>
  )
}

function LastReport({ onGlass }: { onGlass: OnGlass }): ReactElement {
  const { t } = useTranslation()
  const title = useGlassTitle(onGlass)
  return <span>{t('wall.lastShowed', { title })}</span>
}
