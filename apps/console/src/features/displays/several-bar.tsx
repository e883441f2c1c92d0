import { type DisplayView, ORDER_KINDS, type OrderKind, type OrderView } from '@akari/protocol'
import { ActionIcon, Button, Menu, Stack } from '@mantine/core'
import { modals } from '@mantine/modals'
import { IconChevronDown, IconX } from '@tabler/icons-react'
import { type ReactElement, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useDesk } from '../../api/alerts.ts'
import { useOrder } from '../../api/fleet.ts'
import type { InLots } from '../../api/lots.ts'
import { useSession } from '../../api/session.ts'
import { useNameList } from '../../parts/name-list.ts'
import { useNow } from '../../parts/use-now.ts'
import { alertsByPhase } from '../../parts/alerts-by-phase.ts'
import { ORDER_ICONS } from '../../parts/order-icons.ts'
import { type Parts, partsOf } from './several-parts.ts'
import { SeveralResult } from './several-result.tsx'
import classes from './several.module.css'

const CLOCK_MS = 5000
const MOST_NAMES = 20
/** They are told what it does by a sentence of their own; the others say it of one display as of many. */
const GENTLE = ['identify', 'screenshot', 'logs'] as const

type Asked = { kind: OrderKind } & InLots<string, OrderView>

/** What can be asked of the chosen displays at once; says before what will happen to how many, and after it what became of each. */
export function SeveralBar({
  displays,
  onClear,
}: {
  displays: readonly DisplayView[]
  onClear: () => void
}): ReactElement {
  const { t } = useTranslation()
  const order = useOrder()
  const desk = useDesk().data
  const nowMs = useNow(CLOCK_MS)
  const [asked, setAsked] = useState<Asked | null>(null)
  const inForce = desk !== undefined && alertsByPhase(desk.live, nowMs).inForce.length > 0
  const parts = partsOf(displays, useSession().data)
  const { reached } = parts

  const send = (kind: OrderKind, displayIds: string[]): void =>
    order.mutate({ kind, displayIds }, { onSuccess: (answer) => setAsked({ kind, ...answer }) })
  const press = (kind: OrderKind): void => {
    modals.openConfirmModal({
      title:
        reached.length === 0 ? t('orderSeveral.nobody') : t(`orderSeveral.titleOf.${kind}`, { count: reached.length }),
      children: <Effect kind={kind} parts={parts} inForce={inForce} />,
      labels: { confirm: t('orderSeveral.yes', { count: reached.length }), cancel: t('common.stop') },
      confirmProps: {
        color: isGentle(kind) ? 'kingfisher' : 'vermilion',
        disabled: reached.length === 0,
        'data-autofocus': false,
      },
      cancelProps: { variant: 'default', 'data-autofocus': true },
      onConfirm: () =>
        send(
          kind,
          reached.map(({ id }) => id),
        ),
    })
  }
  return (
    <>
      {displays.length > 0 && (
        <div className={classes.bar} role="toolbar" aria-label={t('orderSeveral.toolbar')}>
          <strong aria-live="polite">{t('orderSeveral.count', { count: displays.length })}</strong>
          <Menu position="bottom-start">
            <Menu.Target>
              <Button
                size="xs"
                variant="white"
                rightSection={<IconChevronDown size={16} />}
                loading={order.isPending}
                data-testid="several-ask"
              >
                {t('orderSeveral.ask')}
              </Button>
            </Menu.Target>
            <Menu.Dropdown>
              {ORDER_KINDS.map((kind) => {
                const Icon = ORDER_ICONS[kind]
                return (
                  <Menu.Item
                    key={kind}
                    leftSection={<Icon size={18} />}
                    onClick={() => press(kind)}
                    data-testid={`several-${kind}`}
                  >
                    {t(`fleet.order.${kind}.do`)}
                  </Menu.Item>
                )
              })}
            </Menu.Dropdown>
          </Menu>
          <ActionIcon
            variant="subtle"
            c="white"
            size="lg"
            aria-label={t('orderSeveral.clear')}
            onClick={onClear}
            ml="auto"
          >
            <IconX size={18} />
          </ActionIcon>
        </div>
      )}
      {asked !== null && <SeveralResult {...asked} onAsk={send} onClose={() => setAsked(null)} />}
    </>
  )
}

/** In words: what it does, to whom, to whom not, and who will hardly hear of it. */
function Effect({
  kind,
  parts: { reached, unpaired, notYours },
  inForce,
}: {
  kind: OrderKind
  parts: Parts
  inForce: boolean
}): ReactElement {
  const { t } = useTranslation()
  const nameList = useNameList(MOST_NAMES)
  const names = (of: readonly DisplayView[]): string => nameList(of.map(({ profile }) => profile.name))
  const away = reached.filter(({ status }) => status === 'offline')
  return (
    <Stack gap="sm" className={classes.effect ?? ''}>
      <p>
        {isGentle(kind) ? t(`orderSeveral.effect.${kind}`) : t(`fleet.order.${kind}.text`)}
        {inForce && !isGentle(kind) && t('fleet.orders.inForce')}
      </p>
      {reached.length > 0 && (
        <p className={classes.names} data-testid="several-who">
          {names(reached)}
        </p>
      )}
      {away.length > 0 && <p>{t('orderSeveral.away', { count: away.length, names: names(away) })}</p>}
      {unpaired.length > 0 && <p>{t('orderSeveral.left', { count: unpaired.length, names: names(unpaired) })}</p>}
      {notYours.length > 0 && <p>{t('orderSeveral.notYours', { count: notYours.length, names: names(notYours) })}</p>}
    </Stack>
  )
}

function isGentle(kind: OrderKind): kind is (typeof GENTLE)[number] {
  return GENTLE.some((each) => each === kind)
}
