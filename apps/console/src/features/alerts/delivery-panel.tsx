import type { ChannelDesk, Delivery } from '@akari/protocol'
import { IconCheck, IconClock, IconDownload, IconPlugConnectedX } from '@tabler/icons-react'
import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { useWhen } from '../../parts/when.ts'
import { byUrgency, countsOf } from './effect.ts'
import { ResendButton } from './resend-button.tsx'
import classes from './delivery.module.css'

const STAGES = ['shown', 'received', 'waiting', 'unreachable'] as const

/** Where the newest state has arrived. Green only for displays that said they painted it; the others are named. */
export function DeliveryPanel({ desk }: { desk: ChannelDesk }): ReactElement {
  const { t } = useTranslation()
  const counts = countsOf(desk.deliveries)
  const total = desk.deliveries.length
  return (
    <section className={classes.panel} aria-label={t('delivery.title')}>
      <header>
        <h2>{t('delivery.title')}</h2>
        <p role="status" data-testid="delivery-summary">
          <b className="numbers">{counts.shown}</b>
          {t('delivery.of', { count: total })}
        </p>
      </header>
      <div className={classes.bar} aria-hidden>
        {STAGES.filter((stage) => counts[stage] > 0).map((stage) => (
          <span key={stage} data-status={stage} style={{ flexGrow: counts[stage] }} />
        ))}
      </div>
      <ul className={classes.counts}>
        {STAGES.map((stage) => (
          <li key={stage} data-status={stage}>
            {t(`delivery.${stage}`)} <b className="numbers">{counts[stage]}</b>
          </li>
        ))}
      </ul>
      <ResendButton desk={desk} />
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
  const { displayId, name, status, saved, receivedAt, shownAt } = delivery
  return (
    <li data-status={status} data-testid={`delivery-${displayId}`}>
      {iconOf(status)}
      <b>{name}</b>
      <span>{t(`delivery.${status}`)}</span>
      <small className="numbers">
        {shownAt !== null ? when.exact(shownAt) : receivedAt !== null ? when.exact(receivedAt) : ''}
        {receivedAt !== null && !saved && ` ${t('delivery.notSaved')}`}
      </small>
    </li>
  )
}

function iconOf(status: Delivery['status']): ReactElement {
  const look = { size: 20, stroke: 2, 'aria-hidden': true } as const
  switch (status) {
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
