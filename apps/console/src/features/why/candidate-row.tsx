import type { Candidate } from '@akari/programme'
import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import classes from './ladder.module.css'
import { sentenceOf, type WordDeps } from './why-words.ts'

/** One who may have the glass: its name, where it stands, and why. */
export function CandidateRow({ candidate, deps }: { candidate: Candidate; deps: WordDeps }): ReactElement {
  const { t } = useTranslation()
  const { of, id, standing, why } = candidate
  const name = deps.names.of(id)
  return (
    <li className={classes.candidate} data-standing={standing} data-testid={`candidate-${id}`}>
      <span className={classes.standing}>{t(`why.standing.${standing}`)}</span>
      <span className={classes.name}>
        <Link to={placeOf(of, id)} aria-label={t('why.edit', { name })}>
          {name}
        </Link>
      </span>
      <span className={classes.why}>{sentenceOf(why, deps)}</span>
    </li>
  )
}

/** Where it can be changed. */
function placeOf(of: Candidate['of'], id: string): string {
  switch (of) {
    case 'entry':
      return `/schedule?entry=${encodeURIComponent(id)}`
    case 'playlist':
      return `/playlists/${encodeURIComponent(id)}`
    case 'alert':
      return '/desk'
    case 'takeover':
      return '/schedule/takeovers'
  }
}
