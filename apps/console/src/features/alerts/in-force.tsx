import type { Alert, ChannelDesk } from '@akari/protocol'
import { Button, Group, Popover, Text } from '@mantine/core'
import { type ReactElement, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useEnd } from '../../api/alerts.ts'
import { useShownDisplays } from '../../api/displays.ts'
import { useTextIn } from '../../parts/texts-in.ts'
import { useNow } from '../../parts/use-now.ts'
import { useWhen } from '../../parts/when.ts'
import { alertsByPhase } from '../../parts/alerts-by-phase.ts'
import { ApprovalMark } from './approval-mark.tsx'
import { CorrectButton } from './correct-button.tsx'
import { Coming, NotShown } from './not-on-the-glass.tsx'
import { Reminder } from './reminder.tsx'
import { ShelterNames } from './shelter-names.tsx'
import { TimelineButton } from './timeline.tsx'
import classes from './desk.module.css'

/** Where the link of a narrow desk leads. */
export const IN_FORCE_ID = 'in-force'

type How = 'cleared' | 'cancelled'

const CLOCK_MS = 1000

/**
 * What is in force on this channel, with the two ways to end it; then what follows by itself, what still tells its end, and
 * what the policy keeps off every display.
 */
export function InForce({ desk, mayAct }: { desk: ChannelDesk; mayAct: boolean }): ReactElement {
  const { t } = useTranslation()
  const { inForce, coming, over } = alertsByPhase(desk, useNow(CLOCK_MS))
  const notShown = desk.notShown ?? []
  return (
    <section className={classes.block} aria-live="polite" id={IN_FORCE_ID} tabIndex={-1}>
      <h2>
        {t(`desk.inForce.${desk.channel}`)}
        <span className={classes.tally}>{inForce.length}</span>
      </h2>
      {inForce.length === 0 && <p className={classes.calm}>{t(`desk.nothing.${desk.channel}`)}</p>}
      <ul className={classes.alerts}>
        {inForce.map((alert) => (
          <Row key={alert.id} alert={alert} desk={desk} mayAct={mayAct} />
        ))}
        {coming.map((alert) => (
          <Coming key={alert.id} alert={alert} />
        ))}
        {over.map((alert) => (
          <Row key={alert.id} alert={alert} desk={desk} mayAct={false} />
        ))}
      </ul>
      {notShown.length > 0 && <NotShown alerts={notShown} />}
    </section>
  )
}

function Row({ alert, desk, mayAct }: { alert: Alert; desk: ChannelDesk; mayAct: boolean }): ReactElement {
  const { t } = useTranslation()
  const textIn = useTextIn()
  const when = useWhen()
  const count = useTargetCount(alert)
  const ends = useEnds(alert)
  return (
    <li className={classes.alert} data-phase={alert.phase} data-testid={`alert-${alert.id}`}>
      <div className={classes.alertWords}>
        <b>{textIn(alert.words.headline)}</b>
        <span>{textIn(alert.words.instruction)}</span>
        <small>
          <span>{t('desk.from', { source: textIn(alert.source.name), at: when.dayAndTime(alert.sentAt) })}</span>
          <span>{count}</span>
          <span>{ends}</span>
        </small>
        <ShelterNames shelters={alert.shelters ?? []} />
        <ApprovalMark approval={alert.approval} />
      </div>
      <Reminder alert={alert} desk={desk} mayAct={mayAct} />
      <TimelineButton alert={alert} channel={desk.channel} />
      {alert.phase === 'inForce' ? (
        mayAct && (
          <Group gap="xs" wrap="nowrap">
            <CorrectButton alert={alert} desk={desk} />
            <EndButton alert={alert} desk={desk} how="cleared" />
            <EndButton alert={alert} desk={desk} how="cancelled" />
          </Group>
        )
      ) : (
        <span className={classes.phase}>{t(`desk.phase.${alert.phase}`)}</span>
      )}
    </li>
  )
}

function useEnds({ expiresAt, remindAt }: Alert): string {
  const { t } = useTranslation()
  const when = useWhen()
  if (expiresAt !== null) return t('desk.endsAt', { at: when.dayAndTime(expiresAt) })
  return remindAt == null ? t('desk.untilCleared') : t('desk.remindsAt', { at: when.time(remindAt) })
}

function useTargetCount({ target }: Alert): string {
  const { t } = useTranslation()
  const paired = useShownDisplays().data?.filter((display) => display.status !== 'unpaired').length ?? 0
  return t('desk.onDisplays', { count: target.kind === 'all' ? paired : target.displayIds.length })
}

/** Ending takes two taps: this one, and the one that says what the glass will show. */
function EndButton({ alert, desk, how }: { alert: Alert; desk: ChannelDesk; how: How }): ReactElement {
  const { t } = useTranslation()
  const end = useEnd()
  const [open, setOpen] = useState(false)
  const id = how === 'cleared' ? `desk-clear-${alert.id}` : `desk-cancel-${alert.id}`
  return (
    <Popover
      opened={open}
      onChange={setOpen}
      width={320}
      position="bottom-end"
      withArrow
      shadow="md"
      trapFocus
      returnFocus
    >
      <Popover.Target>
        <Button
          variant={how === 'cleared' ? 'filled' : 'default'}
          color="dark"
          loading={end.isPending}
          onClick={() => setOpen(!open)}
          data-testid={id}
        >
          {t(`desk.end.${desk.channel}.${how}`)}
        </Button>
      </Popover.Target>
      <Popover.Dropdown>
        <Text mb="sm">{t(`desk.endEffect.${how}`)}</Text>
        <Group justify="flex-end">
          <Button variant="default" onClick={() => setOpen(false)}>
            {t('common.stop')}
          </Button>
          <Button
            color="dark"
            onClick={() => {
              setOpen(false)
              end.mutate({ alertId: alert.id, end: { channel: desk.channel, as: how } })
            }}
            data-testid={`${id}-yes`}
          >
            {t(`desk.endYes.${how}`)}
          </Button>
        </Group>
      </Popover.Dropdown>
    </Popover>
  )
}
