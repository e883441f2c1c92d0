import type { SittingView } from '@akari/protocol'
import { ActionIcon, Button, Group, Tooltip } from '@mantine/core'
import {
  IconAlertTriangle,
  IconBroadcast,
  IconCopy,
  IconDeviceTv,
  IconListNumbers,
  IconTrash,
} from '@tabler/icons-react'
import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { useMay } from '../../api/session.ts'
import { useDeleteSitting } from '../../api/sittings.ts'
import { ask } from '../../parts/ask.tsx'
import { TIME_ZONE, toLocal } from '../../parts/local-time.ts'
import { useTargetWords } from '../../parts/target-words.ts'
import { useTextIn } from '../../parts/texts-in.ts'
import { dateFormat, useWhen } from '../../parts/when.ts'
import type { Overlap } from './overlaps.tsx'
import { PhaseMark } from './phase-mark.tsx'
import classes from './sittings.module.css'
import { useDeletion } from './use-deletion.ts'

/** One sitting in the list, with what overlaps it: its day as on a calendar leaf, what it is, and the way to the clerk's page. */
export function SittingCard({
  sitting,
  overlaps,
}: {
  sitting: SittingView
  overlaps: readonly Overlap[]
}): ReactElement {
  const { t } = useTranslation()
  const textIn = useTextIn()
  const when = useWhen()
  const where = useTargetWords()
  const mayPlan = useMay('takeover')
  const remove = useDeleteSitting()
  const deletion = useDeletion(sitting)
  const { id, startsAt, agenda, targets, isOver, live } = sitting
  const title = textIn(sitting.title)
  const runs = live.standing.phase === 'inSession' || live.standing.phase === 'recess'
  const places = where(targets)
  return (
    <li className={classes.card} data-runs={runs || undefined} data-testid={`sitting-${id}`}>
      <DayLeaf at={startsAt} />
      <div className={classes.cardMain}>
        <Link to={`/sittings/${id}`} className={classes.cardTitle}>
          {title}
        </Link>
        <p className={classes.facts}>
          <Times sitting={sitting} />
          <span>
            <IconListNumbers size={16} aria-hidden /> {t('sittings.items', { count: agenda.length })}
          </span>
          <span>
            <IconDeviceTv size={16} aria-hidden /> {places === '' ? t('sittings.noDisplays') : places}
          </span>
        </p>
        {overlaps.map((overlap) => (
          <p key={overlap.sitting.id} className={classes.overlap} data-testid={`sitting-overlap-${id}`}>
            <IconAlertTriangle size={16} aria-hidden />
            {t('sittings.overlap.card', {
              title: textIn(overlap.sitting.title),
              from: when.time(overlap.startsAt),
              to: when.time(overlap.endsAt),
              count: overlap.displayIds.length,
            })}
          </p>
        ))}
      </div>
      <PhaseMark sitting={sitting} />
      <Group gap={4} wrap="nowrap">
        {!isOver && (
          <Button
            component={Link}
            to={`/sittings/${id}/clerk`}
            variant={runs ? 'filled' : 'light'}
            leftSection={<IconBroadcast size={18} />}
            data-testid={`sitting-clerk-${id}`}
          >
            {t('sittings.toClerk')}
          </Button>
        )}
        {mayPlan && (
          <>
            <Tooltip label={t('sittings.nextLike')}>
              <ActionIcon
                component={Link}
                to={`/sittings/new?from=${id}`}
                variant="subtle"
                color="gray"
                size="lg"
                aria-label={t('sittings.nextLikeNamed', { title })}
              >
                <IconCopy size={18} />
              </ActionIcon>
            </Tooltip>
            <ActionIcon
              variant="subtle"
              color="gray"
              size="lg"
              aria-label={t('sittings.deleteNamed', { title })}
              onClick={() =>
                ask({
                  title: t('sittings.deleteNamed', { title }),
                  ...deletion,
                  yes: t('sittings.delete'),
                  no: t('common.stop'),
                  onYes: () => remove.mutate(id),
                })
              }
            >
              <IconTrash size={18} />
            </ActionIcon>
          </>
        )}
      </Group>
    </li>
  )
}

/** When it is planned; of one that is over, when it was. */
function Times({ sitting: { startsAt, endsAt, isOver, live } }: { sitting: SittingView }): ReactElement {
  const { t } = useTranslation()
  const when = useWhen()
  const { openedAt, adjournedAt } = live.standing
  const [from, to] = [when.time(startsAt), when.time(endsAt)]
  if (!isOver || openedAt === null || adjournedAt === null) {
    return (
      <span className="numbers">
        {from}–{to}
      </span>
    )
  }
  return (
    <>
      <span className="numbers">
        {t('sittings.held', { opened: when.time(openedAt), closed: when.time(adjournedAt) })}
      </span>
      <span className="numbers">{t('sittings.heldPlanned', { from, to })}</span>
    </>
  )
}

function DayLeaf({ at }: { at: string }): ReactElement {
  const { i18n } = useTranslation()
  const write = (options: Intl.DateTimeFormatOptions): string =>
    dateFormat(i18n.language, { timeZone: TIME_ZONE, ...options }).format(new Date(at))
  return (
    <time className={classes.leaf} dateTime={toLocal(at, TIME_ZONE).slice(0, 10)}>
      <span>{write({ month: 'short' })}</span>
      <b className="numbers">{Number(toLocal(at, TIME_ZONE).slice(8, 10))}</b>
      <span>{write({ weekday: 'short' })}</span>
    </time>
  )
}
