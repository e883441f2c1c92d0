import { DRILL_WARNING_MINUTES } from '@akari/protocol'
import { Button } from '@mantine/core'
import { IconAlertTriangle, IconBell } from '@tabler/icons-react'
import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, useLocation } from 'react-router'
import { useDrills, useSkipDrill } from '../../api/drills.ts'
import { useSelfTest } from '../../api/self-test.ts'
import { useMay } from '../../api/session.ts'
import { useNow } from '../../parts/use-now.ts'
import { useWhen } from '../../parts/when.ts'
import classes from './drills.module.css'

const SHOWN_ON = /^\/(desk|drills)/
const LOOK_MS = 5_000

/** Above the desk and the drills: a drill that is about to start, and a self-test that alarms. */
export function DrillNotices(): ReactElement | null {
  const { pathname } = useLocation()
  return SHOWN_ON.test(pathname) ? <Notices /> : null
}

function Notices(): ReactElement {
  return (
    <>
      <SoonNotice />
      <SelfTestNotice />
    </>
  )
}

function SoonNotice(): ReactElement | null {
  const { t } = useTranslation()
  const when = useWhen()
  const nowMs = useNow(LOOK_MS)
  const skip = useSkipDrill()
  const mayAct = useMay('alerts')
  const soon = (useDrills().data?.plans ?? []).flatMap((plan) => {
    const minutes = plan.nextAt === null ? Infinity : (Date.parse(plan.nextAt) - nowMs) / 60_000
    return plan.nextAt !== null && minutes > 0 && minutes <= DRILL_WARNING_MINUTES
      ? [{ id: plan.id, name: plan.name, at: plan.nextAt, minutes: Math.ceil(minutes) }]
      : []
  })
  if (soon.length === 0) return null
  return (
    <>
      {soon.map(({ id, name, at, minutes }) => (
        <div key={id} className={classes.notice} role="status" data-testid="drill-soon">
          <IconBell size={20} aria-hidden />
          <p>{t('drills.soon', { name, at: when.time(at), count: minutes })}</p>
          {mayAct && (
            <Button size="xs" variant="default" loading={skip.isPending} onClick={() => skip.mutate({ id, at })}>
              {t('drills.skip')}
            </Button>
          )}
        </div>
      ))}
    </>
  )
}

function SelfTestNotice(): ReactElement | null {
  const { t } = useTranslation()
  const when = useWhen()
  const alarm = useSelfTest(30).data?.alarm ?? null
  if (alarm === null) return null
  const words =
    alarm.kind === 'failed'
      ? t('selfTest.alarm.failed', { at: when.dayAndTime(alarm.at), reason: t(`selfTest.reason.${alarm.reason}`) })
      : t('selfTest.alarm.slow', {
          p95: (alarm.p95Ms / 1000).toFixed(2),
          usual: (alarm.usualMs / 1000).toFixed(2),
        })
  return (
    <div className={classes.notice} data-alarm role="alert" data-testid="self-test-alarm">
      <IconAlertTriangle size={20} aria-hidden />
      <p>{words}</p>
      <Button component={Link} to="/drills?tab=selfTest" size="xs" variant="default">
        {t('selfTest.look')}
      </Button>
    </div>
  )
}
