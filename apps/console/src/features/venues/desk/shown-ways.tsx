import type { TakeoverView } from '@akari/protocol'
import { Button } from '@mantine/core'
import { IconDeviceTv, IconX } from '@tabler/icons-react'
import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { useTakeovers } from '../../../api/schedule.ts'
import { useTakeWayBack } from '../../../api/venues.ts'
import { useActorWords } from '../../../parts/actor-words.ts'
import { useTextIn } from '../../../parts/texts-in.ts'
import { useNow } from '../../../parts/use-now.ts'
import { asDuration } from '../../../parts/when.ts'
import type { StandingDisplay } from './standing-displays.ts'
import classes from './send.module.css'

const SECOND_MS = 1000

/** The ways that displays of the building show now, each with the time it has left and the button that takes it back. */
export function ShownWays({
  venueId,
  displays,
  mayChange,
}: {
  venueId: string
  displays: readonly StandingDisplay[]
  mayChange: boolean
}): ReactElement | null {
  const { t } = useTranslation()
  const textIn = useTextIn()
  const who = useActorWords()
  const nowMs = useNow(SECOND_MS)
  const takeBack = useTakeWayBack(venueId)
  const shown = (useTakeovers().data ?? []).flatMap((takeover) => {
    const at = displays.find(({ display }) => takeover.targets.displayIds.includes(display.id))
    return at === undefined || !isOn(takeover, nowMs) || takeover.way === null
      ? []
      : [{ ...takeover, way: takeover.way, display: at.display.profile.name }]
  })
  if (shown.length === 0) return null
  return (
    <ul className={classes.shown} aria-label={t('venues.send.shown')}>
      {shown.map(({ id, way, display, endsAt, startedBy }) => (
        <li key={id} data-testid="shown-way">
          <IconDeviceTv size={22} aria-hidden />
          <span>
            <b>{t('venues.send.onDisplay', { name: textIn(way.title), display })}</b>
            <small>
              <span className="numbers">
                {t('venues.send.left', { time: asDuration((Date.parse(endsAt) - nowMs) / SECOND_MS) })}
              </span>
              {' · '}
              {who(startedBy)}
            </small>
          </span>
          {mayChange && (
            <Button
              variant="default"
              leftSection={<IconX size={18} />}
              loading={takeBack.isPending && takeBack.variables === id}
              onClick={() => takeBack.mutate(id)}
              aria-label={t('venues.send.takeBackNamed', { name: textIn(way.title), display })}
              data-testid="take-back"
            >
              {t('venues.send.takeBack')}
            </Button>
          )}
        </li>
      ))}
    </ul>
  )
}

function isOn({ state, endsAt }: TakeoverView, nowMs: number): boolean {
  return state === 'running' && Date.parse(endsAt) > nowMs
}
