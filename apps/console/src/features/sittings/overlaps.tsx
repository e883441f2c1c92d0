import { overlapsOf, overrunsOf, type ShowingSitting, type SittingOverlap, type SittingOverrun } from '@akari/programme'
import type { SittingView } from '@akari/protocol'
import { Alert } from '@mantine/core'
import { IconAlertTriangle, IconClockPlus } from '@tabler/icons-react'
import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { useShownDisplays } from '../../api/displays.ts'
import { useSittings } from '../../api/sittings.ts'
import { ask } from '../../parts/ask.tsx'
import { useDisplayName } from '../../parts/display-name.ts'
import { useTextIn } from '../../parts/texts-in.ts'
import { useNow } from '../../parts/use-now.ts'
import { useWhen } from '../../parts/when.ts'
import classes from './sittings.module.css'

export type Overlap = SittingOverlap<SittingView>
type Overrun = SittingOverrun<SittingView>

const LOOKS_MS = 30_000

/** What else is to come on the same displays at the same time as a sitting. */
export function useOverlaps(): (sitting: ShowingSitting) => Overlap[] {
  const { sittings, displays, nowMs } = useComing()
  return (sitting) => overlapsOf(sitting, sittings, displays, nowMs)
}

/** What a sitting would meet on its displays if it, or the other, took longer than planned. */
export function useOverruns(): (sitting: ShowingSitting) => Overrun[] {
  const { sittings, displays, nowMs } = useComing()
  return (sitting) => overrunsOf(sitting, sittings, displays, nowMs)
}

function useComing() {
  const sittings = (useSittings().data ?? []).filter(({ isOver }) => !isOver)
  const displays = useShownDisplays().data ?? []
  return { sittings, displays, nowMs: useNow(LOOKS_MS) }
}

/** Asks whether a sitting is to be saved although it overlaps others. */
export function useOverlapQuestion(): (overlaps: readonly Overlap[], save: () => void) => void {
  const { t } = useTranslation()
  return (overlaps, save) =>
    ask({
      title: t('sittings.overlap.ask'),
      text: <OverlapList overlaps={overlaps} />,
      yes: t('sittings.overlap.save'),
      no: t('common.stop'),
      onYes: save,
      colour: 'kingfisher',
    })
}

/** Names what overlaps, on how many displays, and which of the two these show then; nothing where nothing does. */
export function OverlapNote({ overlaps }: { overlaps: readonly Overlap[] }): ReactElement | null {
  const { t } = useTranslation()
  if (overlaps.length === 0) return null
  return (
    <Alert
      color="amber"
      icon={<IconAlertTriangle aria-hidden />}
      title={t('sittings.overlap.title')}
      data-testid="sitting-overlaps"
    >
      <OverlapList overlaps={overlaps} />
    </Alert>
  )
}

/** Says what displays do should the earlier of two sittings take longer than planned; nothing where none would meet another. */
export function OverrunHint({ overruns }: { overruns: readonly Overrun[] }): ReactElement | null {
  const { t } = useTranslation()
  const textIn = useTextIn()
  const when = useWhen()
  if (overruns.length === 0) return null
  return (
    <Alert color="gray" icon={<IconClockPlus aria-hidden />} data-testid="sitting-overruns">
      {overruns.map(({ sitting, earlier, at, displayIds }) => (
        <div key={sitting.id}>
          {t(`sittings.overrun.${earlier}`, {
            title: textIn(sitting.title),
            at: when.time(at),
            ends: when.time(sitting.endsAt),
            count: displayIds.length,
          })}
        </div>
      ))}
    </Alert>
  )
}

function OverlapList({ overlaps }: { overlaps: readonly Overlap[] }): ReactElement {
  const { t } = useTranslation()
  const textIn = useTextIn()
  const when = useWhen()
  const nameOf = useDisplayName()
  return (
    <>
      <ul className={classes.overlaps}>
        {overlaps.map(({ sitting, startsAt, endsAt, displayIds, wins }) => {
          const title = textIn(sitting.title)
          const names = displayIds.map(nameOf).join(t('common.listSeparator'))
          const times = { from: when.dayAndTime(startsAt), to: when.time(endsAt) }
          return (
            <li key={sitting.id}>
              {t('sittings.overlap.line', { title, ...times, count: displayIds.length, names })}{' '}
              <b>{t(`sittings.overlap.wins.${wins ?? 'open'}`, { title })}</b>
            </li>
          )
        })}
      </ul>
      <p className={classes.overlapRule}>{t('sittings.overlap.rule')}</p>
    </>
  )
}
