import type { DisplayView, OrderKind, OrderView } from '@akari/protocol'
import { Button } from '@mantine/core'
import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { useDesk } from '../../api/alerts.ts'
import { useOrder, useOrders } from '../../api/fleet.ts'
import { useMay } from '../../api/session.ts'
import { useActorWords } from '../../parts/actor-words.ts'
import { ask } from '../../parts/ask.tsx'
import { useWhen } from '../../parts/when.ts'
import { useNow } from '../../parts/use-now.ts'
import { alertsByPhase } from '../../parts/alerts-by-phase.ts'
import { ORDER_ICONS } from '../../parts/order-icons.ts'
import { useReasonWords } from '../../parts/reason-words.ts'
import classes from './display.module.css'

/** Those that a button of their own does not ask for. */
const KINDS = ['identify', 'logs', 'reload', 'clear-cache', 'panel-on', 'panel-off', 'restart', 'reboot'] as const
const CLOCK_MS = 5000
const HARMLESS: ReadonlySet<OrderKind> = new Set(['identify', 'logs', 'screenshot'])

/** What can be asked of the display, and what became of what was. */
export function OrdersCard({ display }: { display: DisplayView }): ReactElement {
  const { t } = useTranslation()
  const mayAsk = useMay('content')
  const order = useOrder()
  const desk = useDesk().data
  const nowMs = useNow(CLOCK_MS)
  const inForce = desk !== undefined && alertsByPhase(desk.live, nowMs).inForce.length > 0
  const { name } = display.profile
  const send = (kind: OrderKind): void => order.mutate({ kind, displayIds: [display.id] })
  const press = (kind: OrderKind): void => {
    if (HARMLESS.has(kind)) return send(kind)
    ask({
      title: t(`fleet.order.${kind}.title`, { name }),
      text: `${t(`fleet.order.${kind}.text`)}${inForce ? t('fleet.orders.inForce') : ''}`,
      yes: t(`fleet.order.${kind}.do`),
      no: t('common.stop'),
      onYes: () => send(kind),
    })
  }
  return (
    <section className={classes.card} aria-labelledby="orders">
      <h2 id="orders">{t('fleet.orders.title')}</h2>
      {mayAsk && (
        <>
          <p className={classes.quiet}>{t('fleet.orders.lead')}</p>
          <div className={classes.orders}>
            {KINDS.map((kind) => {
              const Icon = ORDER_ICONS[kind]
              return (
                <Button
                  key={kind}
                  size="sm"
                  variant="default"
                  justify="flex-start"
                  leftSection={<Icon size={18} />}
                  disabled={display.status === 'unpaired' || display.status === 'offline'}
                  onClick={() => press(kind)}
                  data-testid={`order-${kind}`}
                >
                  {t(`fleet.order.${kind}.do`)}
                </Button>
              )
            })}
          </div>
        </>
      )}
      <History display={display} />
    </section>
  )
}

function History({ display }: { display: DisplayView }): ReactElement {
  const { t } = useTranslation()
  const orders = useOrders(display.id).data ?? []
  if (orders.length === 0) return <p className={classes.quiet}>{t('fleet.orders.none')}</p>
  return (
    <ol className={classes.history} aria-label={t('fleet.orders.history')}>
      {orders.slice(0, 8).map((order) => (
        <Asked key={order.id} order={order} />
      ))}
    </ol>
  )
}

function Asked({ order }: { order: OrderView }): ReactElement {
  const { t } = useTranslation()
  const when = useWhen()
  const who = useActorWords()
  const why = useReasonWords()
  const { kind, state, askedAt, askedBy, detail } = order
  return (
    <li data-state={state}>
      <span className="numbers">{when.dayAndTime(askedAt)}</span>
      <b>{t(`fleet.order.${kind}.do`)}</b>
      <span className={classes.outcome}>{t(`fleet.outcome.${state}`)}</span>
      <small>
        {detail === ''
          ? t('fleet.by', { who: who(askedBy) })
          : t('fleet.byBecause', { who: who(askedBy), why: why(detail) })}
      </small>
    </li>
  )
}
