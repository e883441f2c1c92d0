import type { Id } from '@akari/protocol'
import { IconBadgeCc, IconBroadcast, IconCalendarEvent, IconMovie } from '@tabler/icons-react'
import type { ReactElement, ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { useRecordings } from '../../api/recordings.ts'
import { useSittings } from '../../api/sittings.ts'
import { recordingsOf } from './recordings-of-sitting.ts'
import classes from './sitting-ways.module.css'

type Way = 'plan' | 'clerk' | 'transcript' | 'recordings'

/**
 * From one page of a sitting to its others: its plan, its clerk's page, what was said in it, and what was recorded of it (the newest
 * first). To what is not there, or is gone, there is no way.
 */
export function SittingWays({
  sittingId,
  captionsId,
  to,
}: {
  sittingId: Id | null
  captionsId: Id | null
  to: readonly Way[]
}): ReactElement | null {
  const { t } = useTranslation()
  const sitting = useSittings().data?.find(({ id }) => id === sittingId)
  const made = recordingsOf({ sittingId, captionsId }, useRecordings().data?.recordings ?? [])
  const ways = to.flatMap((way) => {
    switch (way) {
      case 'plan':
        return sitting === undefined ? [] : [link(way, t('sittings.way.plan'), `/sittings/${sitting.id}`)]
      case 'clerk':
        return sitting === undefined ? [] : [link(way, t('sittings.way.clerk'), `/sittings/${sitting.id}/clerk`)]
      case 'transcript':
        return captionsId === null ? [] : [link(way, t('sittings.way.transcript'), `/captions/${captionsId}`)]
      case 'recordings':
        return made.map(({ id }, i) => {
          const n = made.length - i
          const words = made.length === 1 ? t('sittings.way.recording') : t('sittings.way.nthRecording', { n })
          return link(way, words, `/recordings/${id}`)
        })
    }
  })
  if (ways.length === 0) return null
  return (
    <nav className={classes.ways} aria-label={t('sittings.way.label')}>
      {ways}
    </nav>
  )
}

const ICONS: Record<Way, ReactNode> = {
  plan: <IconCalendarEvent size={16} aria-hidden />,
  clerk: <IconBroadcast size={16} aria-hidden />,
  transcript: <IconBadgeCc size={16} aria-hidden />,
  recordings: <IconMovie size={16} aria-hidden />,
}

function link(way: Way, words: string, path: string): ReactElement {
  return (
    <Link key={path} to={path} data-testid={`way-${way}`}>
      {ICONS[way]} {words}
    </Link>
  )
}
