import type { TFunction } from 'i18next'
import type { Direction } from '@akari/programme'
import type { Play, Shown } from '@akari/protocol'
import { Skeleton } from '@mantine/core'
import { IconHistory } from '@tabler/icons-react'
import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { usePlays } from '../../api/displays.ts'
import { agreesWith, playAt } from './past.ts'
import classes from './why.module.css'
import { clockWords, type WordDeps } from './why-words.ts'

const HOUR_MS = 3_600_000

/** What the display reported of a moment that is over, beside what is worked out from today's programme. */
export function PastRecord({
  displayId,
  direction,
  deps,
}: {
  displayId: string
  direction: Direction
  deps: WordDeps
}): ReactElement {
  const { t } = useTranslation()
  const { atMs } = deps
  const plays = usePlays(displayId, Math.floor(atMs / HOUR_MS) * HOUR_MS, true)
  if (plays.isPending) return <Skeleton height="3rem" aria-label={t('why.past.asking')} />
  const play = playAt(plays.data?.plays ?? [], atMs)
  return (
    <div className={classes.past} data-testid="why-past" data-recorded={play !== null}>
      <IconHistory size={20} stroke={1.7} aria-hidden />
      <p>{play === null ? t('why.past.none') : <Recorded play={play} direction={direction} deps={deps} />}</p>
    </div>
  )
}

function Recorded({ play, direction, deps }: { play: Play; direction: Direction; deps: WordDeps }): ReactElement {
  const { t } = useTranslation()
  const span = { from: clockWords(play.startedAt, deps), to: clockWords(play.endedAt, deps) }
  const compared = agreesWith(play.shown, direction) ? 'why.past.asPlanned' : 'why.past.notAsPlanned'
  return (
    <>
      <b>{wordsOf(play.shown, span, t)}</b>
      {play.error !== undefined && ` ${t('why.past.failed', { detail: play.error.detail })}`}
      {play.shown.kind !== 'unrecorded' && ` ${t(compared)}`}
    </>
  )
}

function wordsOf(shown: Shown, span: { from: string; to: string }, t: TFunction): string {
  switch (shown.kind) {
    case 'item':
      return t('why.past.recorded', { title: shown.title, ...span })
    case 'emergency':
    case 'guidance':
    case 'visit':
    case 'closed':
    case 'fallback':
      return t(`why.past.recordedKind.${shown.kind}`, span)
    case 'unrecorded':
      return t('why.past.recordedKind.unrecorded')
  }
}
