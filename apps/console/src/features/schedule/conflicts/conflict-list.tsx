import type { Conflicting } from '@akari/programme'
import type { Id, Instant, ScheduleConflict, ScheduleConflicts } from '@akari/protocol'
import { IconArrowsShuffle, IconEyeOff, IconRefresh, IconTrophy } from '@tabler/icons-react'
import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { usePlaylists } from '../../../api/content.ts'
import { useNameList } from '../../../parts/name-list.ts'
import { useWhen } from '../../../parts/when.ts'
import { type Alike, alike } from './alike.ts'
import { ConflictDrawing } from './conflict-drawing.tsx'
import { spoken, turnLength } from './turn-length.ts'
import classes from './conflicts.module.css'

const MOST = 4
const MOST_DISPLAYS = 3

type Props = {
  found: ScheduleConflicts
  entries: readonly Conflicting[]
  nameOfDisplay: (id: Id) => string
  /** The entry that is written or looked at. */
  about: Id
}

/** Who is shown where entries meet, and why: each a sentence and a drawing. */
export function ConflictList({ found, entries, nameOfDisplay, about }: Props): ReactElement {
  const { t } = useTranslation()
  const all = alike(found.conflicts)
  const nameOf = (id: Id): string => entries.find((entry) => entry.id === id)?.name ?? ''
  const nameList = useNameList(MOST_DISPLAYS)
  const where = (ids: readonly Id[]): string => nameList(ids.map(nameOfDisplay))
  const hidden = found.hidden.filter(({ entryId }) => entryId === about)
  if (all.length === 0) return <p className={classes.none}>{t('conflicts.none')}</p>
  return (
    <ul className={classes.list} data-testid="conflicts">
      {hidden.map(({ entryId, displayIds, by }) => (
        <li key={displayIds.join(' ')} data-kind="hidden">
          <IconEyeOff size={18} aria-hidden />
          <p>
            {t('conflicts.hidden', {
              name: nameOf(entryId),
              where: where(displayIds),
              by: by.map(nameOf).join(t('common.listSeparator')),
            })}
          </p>
        </li>
      ))}
      {all.slice(0, MOST).map((group) => (
        <Told key={JSON.stringify(group.first)} group={group} entries={entries} where={where(group.first.displayIds)} />
      ))}
      {all.length > MOST && <li className={classes.more}>{t('conflicts.more', { count: all.length - MOST })}</li>}
    </ul>
  )
}

function Told({
  group: { first, times },
  entries,
  where,
}: {
  group: Alike
  entries: readonly Conflicting[]
  where: string
}): ReactElement {
  const { t } = useTranslation()
  const when = useWhen()
  const sentence = useSentence(entries)
  const time = t('conflicts.time', { day: when.day(first.from), from: when.time(first.from), to: when.time(first.to) })
  const kind = first.behind.length > 0 ? 'wins' : first.shown.length > 1 ? 'turns' : 'mixed'
  return (
    <li data-kind={kind}>
      {kind === 'wins' ? (
        <IconTrophy size={18} aria-hidden />
      ) : kind === 'turns' ? (
        <IconRefresh size={18} aria-hidden />
      ) : (
        <IconArrowsShuffle size={18} aria-hidden />
      )}
      <div>
        <p>
          <b className="numbers">{time}</b> {where}
          {times > 1 && <small>{t('conflicts.timesMore', { count: times - 1 })}</small>}
        </p>
        <p>{sentence(first)}</p>
        <ConflictDrawing conflict={first} entries={entries} />
      </div>
    </li>
  )
}

/** Says who is shown and why: «「議会」が映ります（至急 > 通常）。「案内」は映りません。» */
export function useSentence(entries: readonly Conflicting[]): (conflict: ScheduleConflict) => string {
  const { t } = useTranslation()
  const playlists = usePlaylists().data ?? []
  const entryOf = (id: Id): Conflicting | undefined => entries.find((entry) => entry.id === id)
  const names = (sides: readonly { entryId: Id }[]): string =>
    sides
      .map(({ entryId }) => t('conflicts.named', { name: entryOf(entryId)?.name ?? '' }))
      .join(t('common.listSeparator'))
  const turns = (sides: readonly { entryId: Id }[], at: Instant): string =>
    t('turns.inOrder', {
      turns: sides.map(({ entryId }) => turnOf(entryOf(entryId), at)).join(t('common.listSeparator')),
    })
  const turnOf = (entry: Conflicting | undefined, at: Instant): string => {
    const name = entry?.name ?? ''
    const playlist = playlists.find(({ id }) => id === entry?.playlistId)
    if (playlist === undefined) return t('conflicts.named', { name })
    const turn = turnLength(playlist, at)
    if (turn.of === 'empty') return t('turns.empty', { name })
    const { unit, ...figures } = spoken(turn.seconds)
    return t(`turns.${turn.of}`, { name, length: t(`turns.${unit}`, figures) })
  }
  return ({ from, shown, behind, mixed }) => {
    const [winner, loser] = [entryOf(shown[0]?.entryId ?? ''), entryOf(behind[0]?.entryId ?? '')]
    const parts: string[] = []
    if (shown.length > 1) parts.push(turns(shown, from))
    else if (winner !== undefined && loser === undefined) parts.push(t('conflicts.shown', { names: names(shown) }))
    else if (winner !== undefined && loser !== undefined) {
      const [higher, lower] = [t(`priority.${winner.priority}`), t(`priority.${loser.priority}`)]
      parts.push(t('conflicts.wins', { names: names(shown), higher, lower }))
    }
    for (const side of behind) {
      const kind = side.because === 'dropped' ? 'dropped' : side.onHigher
      parts.push(t(`conflicts.becomes.${kind}`, { names: names([side]) }))
    }
    for (const side of mixed)
      parts.push(t('conflicts.mixed', { names: names([side]), percent: Math.round(side.share * 100) }))
    if ([...shown, ...behind].some(({ conditional }) => conditional === true)) parts.push(t('conflicts.conditional'))
    return parts.join(t('conflicts.then'))
  }
}
