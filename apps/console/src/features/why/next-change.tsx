import { changesOf, type Course, type Ladder } from '@akari/programme'
import type { Programme } from '@akari/protocol'
import { type ReactElement, useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { useTextIn } from '../../parts/texts-in.ts'
import { MINUTE_MS } from './moment.ts'
import classes from './why.module.css'
import { clockWords, type WordDeps } from './why-words.ts'

/** «次に変わるのは»: the next picture, and the next time that somebody else has the glass. */
export function NextChange({
  programme,
  ladder,
  courses,
  deps,
}: {
  programme: Programme
  ladder: Ladder
  courses: readonly Course[]
  deps: WordDeps
}): ReactElement {
  const { t } = useTranslation()
  const textIn = useTextIn()
  const { atMs, names } = deps
  const { item } = ladder.direction
  const next = useMemo(() => nextItem(programme, atMs), [programme, atMs])
  const title = titleOf(programme, next?.item ?? null)
  const course = courses.find(({ startsAt }) => Date.parse(startsAt) > atMs)
  const what = course === undefined ? '' : course.ids.map(names.of).join(t('common.listSeparator'))
  return (
    <section className={classes.next} aria-label={t('why.nextTitle')} data-testid="why-next">
      <h3>{t('why.nextTitle')}</h3>
      {next !== null && title !== null && item !== null && (
        <p>{t('why.nextItem', { at: clockWords(next.at, deps), title: textIn(title) })}</p>
      )}
      {course !== undefined && (
        <p>
          {t('why.nextCourse', {
            at: clockWords(course.startsAt, deps),
            what: what === '' ? '' : t('why.nextCourseTo', { title: what }),
          })}
        </p>
      )}
      {next === null && course === undefined && <p>{t('why.noNext')}</p>}
    </section>
  )
}

/** How far the next picture is looked for. */
const LOOK_MS = 120 * MINUTE_MS

function nextItem(programme: Programme, atMs: number): { at: string; item: string | null } | null {
  const [from, to] = [atMs, atMs + LOOK_MS].map((ms) => new Date(ms).toISOString())
  if (from === undefined || to === undefined) return null
  let first = true
  for (const change of changesOf(programme, from, to)) {
    if (!first) return { at: new Date(change.at).toISOString(), item: change.item }
    first = false
  }
  return null
}

function titleOf({ playlists }: Programme, itemId: string | null) {
  return playlists.flatMap(({ items }) => items).find(({ id }) => id === itemId)?.scene.title ?? null
}
