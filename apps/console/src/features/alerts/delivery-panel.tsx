import type { ChannelDesk, Delivery } from '@akari/protocol'
import { IconCheck, IconClock, IconDownload, IconEyeCheck, IconEyeOff, IconPlugConnectedX } from '@tabler/icons-react'
import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { useWhen } from '../../parts/when.ts'
import { CarryButton } from './carry-button.tsx'
import { byUrgency, countsOf, showingOf, type Standing, STANDINGS, standingOf } from './effect.ts'
import { ResendButton } from './resend-button.tsx'
import classes from './delivery.module.css'

/**
 * Where the newest state has arrived. Green only for displays that painted it; full green where their own pixels proved
 * it. The others are named.
 */
export function DeliveryPanel({ desk }: { desk: ChannelDesk }): ReactElement {
  const { t } = useTranslation()
  const counts = countsOf(desk.deliveries)
  const total = desk.deliveries.length
  const { showing, missing } = showingOf(desk.deliveries)
  return (
    <section className={classes.panel} aria-label={t('delivery.title')}>
      <header>
        <h2>{t('delivery.title')}</h2>
        <p role="status" data-testid="delivery-summary">
          <b className="numbers">{showing}</b>
          {t('delivery.of', { count: total })}
        </p>
      </header>
      <div className={classes.bar} aria-hidden>
        {STANDINGS.filter((stage) => counts[stage] > 0).map((stage) => (
          <span key={stage} data-status={stage} style={{ flexGrow: counts[stage] }} />
        ))}
      </div>
      <ul className={classes.counts}>
        {STANDINGS.map((stage) => (
          <li key={stage} data-status={stage}>
            {t(`delivery.${stage}`)} <b className="numbers">{counts[stage]}</b>
          </li>
        ))}
      </ul>
      {missing.length > 0 && (
        <p className={classes.missing} data-testid="delivery-missing">
          {t('delivery.missing', { names: missing.map(({ name }) => name).join(t('common.listSeparator')) })}
        </p>
      )}
      <div className={classes.acts}>
        <ResendButton desk={desk} />
        <CarryButton desk={desk} />
      </div>
      {total === 0 && <p className={classes.none}>{t('delivery.none')}</p>}
      <ul className={classes.displays}>
        {byUrgency(desk.deliveries).map((delivery) => (
          <Row key={delivery.displayId} delivery={delivery} />
        ))}
      </ul>
    </section>
  )
}

function Row({ delivery }: { delivery: Delivery }): ReactElement {
  const { t } = useTranslation()
  const when = useWhen()
  const { displayId, name, status, saved, receivedAt, shownAt, seenAt } = delivery
  const look = standingOf(delivery)
  const at = (status === 'seen' ? seenAt : null) ?? shownAt ?? receivedAt
  return (
    <li data-status={look} data-testid={`delivery-${displayId}`}>
      {iconOf(look)}
      <b>{name}</b>
      <span>{t(`delivery.${look}`)}</span>
      <small className="numbers">
        {at !== null && when.exact(at)}
        {receivedAt !== null && !saved && ` ${t('delivery.notSaved')}`}
      </small>
    </li>
  )
}

function iconOf(status: Standing): ReactElement {
  const look = { size: 20, stroke: 2, 'aria-hidden': true } as const
  switch (status) {
    case 'seen':
      return <IconEyeCheck {...look} />
    case 'notSeen':
      return <IconEyeOff {...look} />
    case 'shown':
      return <IconCheck {...look} />
    case 'received':
      return <IconDownload {...look} />
    case 'waiting':
      return <IconClock {...look} />
    case 'unreachable':
      return <IconPlugConnectedX {...look} />
  }
}
