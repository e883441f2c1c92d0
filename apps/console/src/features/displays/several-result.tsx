import type { OrderKind, OrderView } from '@akari/protocol'
import { Button, Group, Modal, Progress, Stack } from '@mantine/core'
import { type ReactElement, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { useRecentOrders } from '../../api/fleet.ts'
import type { InLots } from '../../api/lots.ts'
import { useDisplayName } from '../../parts/display-name.ts'
import { useNameList } from '../../parts/name-list.ts'
import { useNow } from '../../parts/use-now.ts'
import { useReasonWords } from '../../parts/reason-words.ts'
import { Trouble } from '../../parts/trouble.tsx'
import { type Outcome, outcomes } from './several-outcome.ts'
import classes from './several.module.css'

const CLOCK_MS = 1000
const MOST_NAMES = 20
const BACK: Partial<Record<OrderKind, 'panel-on' | 'panel-off'>> = { 'panel-off': 'panel-on', 'panel-on': 'panel-off' }

type Props = InLots<string, OrderView> & {
  kind: OrderKind
  onAsk: (kind: OrderKind, displayIds: string[]) => void
  onClose: () => void
}

/** How it goes, display by display: those that failed or did not answer stand first, and can be asked once more. */
export function SeveralResult({ kind, done: orders, left, onAsk, onClose }: Props): ReactElement {
  const { t } = useTranslation()
  const nowMs = useNow(CLOCK_MS)
  // The displays' and the server's clocks are one here, this one's may not be: time runs from when the answer came.
  const since = useRef({ orders, atMs: nowMs })
  if (since.current.orders !== orders) since.current = { orders, atMs: nowMs }
  // One that was asked the same before answers with that order, which is older than the others.
  const timesMs = orders.map(({ askedAt }) => Date.parse(askedAt))
  const [firstMs, askedMs] = orders.length === 0 ? [nowMs, nowMs] : [Math.min(...timesMs), Math.max(...timesMs)]
  const heard = useRecentOrders(new Date(firstMs).toISOString()).data ?? []
  const all = outcomes(orders, heard, askedMs + nowMs - since.current.atMs)
  const of = (rank: Outcome['rank']): Outcome[] => all.filter((each) => each.rank === rank)
  const [done, failed, open] = [of('done'), of('failed'), of('open')]
  const back = BACK[kind]
  return (
    <Modal
      opened
      onClose={onClose}
      size="lg"
      title={t(`orderSeveral.titleOf.${kind}`, { count: all.length })}
      closeButtonProps={{ 'aria-label': t('common.close') }}
    >
      <Stack gap="md">
        <p role="status" className={classes.sum}>
          {open.length > 0
            ? t('orderSeveral.now', { done: done.length, open: open.length, failed: failed.length })
            : t(failed.length === 0 ? 'orderSeveral.over' : 'orderSeveral.overBut', {
                count: all.length,
                done: done.length,
              })}
        </p>
        {left !== null && <NotAsked {...left} />}
        <Progress.Root size="lg" aria-hidden>
          <Progress.Section value={share(done, all)} color="zelkova" />
          <Progress.Section value={share(failed, all)} color="vermilion" />
        </Progress.Root>
        <ol className={classes.results} aria-label={t('orderSeveral.progress', { count: all.length })}>
          {all.map((outcome) => (
            <Result key={outcome.order.id} outcome={outcome} />
          ))}
        </ol>
        {open.length > 0 && <p className={classes.quiet}>{t('orderSeveral.stays')}</p>}
        <Group justify="flex-end">
          {back !== undefined && done.length > 0 && (
            <Button variant="default" onClick={() => onAsk(back, idsOf(done))} data-testid="several-undo">
              {t(back === 'panel-on' ? 'orderSeveral.undo' : 'orderSeveral.undoOff', { count: done.length })}
            </Button>
          )}
          {left !== null && (
            <Button variant="light" onClick={() => onAsk(kind, left.items)} data-testid="several-rest">
              {t('orderSeveral.rest', { count: left.items.length })}
            </Button>
          )}
          {open.length === 0 && failed.length > 0 && (
            <Button variant="light" onClick={() => onAsk(kind, idsOf(failed))} data-testid="several-again">
              {t('orderSeveral.again', { count: failed.length })}
            </Button>
          )}
          <Button variant="default" onClick={onClose} data-autofocus>
            {t('orderSeveral.close')}
          </Button>
        </Group>
      </Stack>
    </Modal>
  )
}

/** Whom it was not asked of any more, because some of them could not be asked. */
function NotAsked({ items, error }: NonNullable<Props['left']>): ReactElement {
  const { t } = useTranslation()
  const nameOf = useDisplayName()
  const nameList = useNameList(MOST_NAMES)
  return (
    <div data-testid="several-left">
      <Trouble error={error} />
      <p className={classes.sum}>
        {t('orderSeveral.notAsked', { count: items.length, names: nameList(items.map(nameOf)) })}
      </p>
    </div>
  )
}

function Result({ outcome: { order, rank } }: { outcome: Outcome }): ReactElement {
  const { t } = useTranslation()
  const why = useReasonWords()
  const nameOf = useDisplayName()
  const { displayId, state, detail } = order
  const unanswered = rank === 'failed' && (state === 'open' || state === 'expired')
  return (
    <li data-rank={rank} data-testid={`several-result-${displayId}`}>
      <Link to={`/displays/${encodeURIComponent(displayId)}`}>{nameOf(displayId)}</Link>
      <span>{unanswered ? t('orderSeveral.noAnswer') : t(`fleet.outcome.${state}`)}</span>
      {detail !== '' && <small>{why(detail)}</small>}
    </li>
  )
}

function idsOf(of: readonly Outcome[]): string[] {
  return of.map(({ order }) => order.displayId)
}

function share(of: readonly Outcome[], all: readonly Outcome[]): number {
  return all.length === 0 ? 0 : (of.length / all.length) * 100
}
