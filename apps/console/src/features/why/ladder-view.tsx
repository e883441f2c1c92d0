import type { Ladder, Rung } from '@akari/programme'
import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { CandidateRow } from './candidate-row.tsx'
import classes from './ladder.module.css'
import { RungMark } from './rung-mark.tsx'
import { sentenceOf, type WordDeps } from './why-words.ts'

const ABOVE: readonly Rung['name'][] = ['emergency', 'power', 'takeover', 'hours']

/** The layers as a ladder one climbs down: who was asked, who has the glass, who stands behind and why. */
export function LadderView({ ladder, deps }: { ladder: Ladder; deps: WordDeps }): ReactElement {
  const { t } = useTranslation()
  const { rungs, ticker, direction } = ladder
  const mixed = rungs.filter(({ name }) => name === 'interrupts' || name === 'scheduled')
  const withInterrupts = mixed.some(({ name, candidates }) => name === 'interrupts' && candidates.length > 0)
  const row = (rung: Rung): ReactElement => <RungRow key={rung.name} rung={rung} deps={deps} />
  return (
    <>
      <ol className={classes.ladder} data-testid="ladder">
        {rungs.filter(({ name }) => ABOVE.includes(name)).map(row)}
        {withInterrupts ? (
          <li className={classes.mixed}>
            <span className={classes.plus} aria-hidden>
              ⊕
            </span>
            <ol className={classes.ladder} aria-label={t('why.mixed')}>
              {mixed.map(row)}
            </ol>
          </li>
        ) : (
          mixed.slice(1).map(row)
        )}
        {rungs.filter(({ name }) => name === 'default').map(row)}
        {direction.layer === 'fallback' && <li className={classes.builtIn}>{t('why.fallback')}</li>}
      </ol>
      {ticker !== null && <ol className={classes.ladder}>{row(ticker)}</ol>}
    </>
  )
}

/** More that have nothing to do with the moment than this are put away at first. */
const SHOWN_AT_ONCE = 3

function RungRow({ rung, deps }: { rung: Rung; deps: WordDeps }): ReactElement {
  const { t } = useTranslation()
  const { name, state, candidates, notes } = rung
  const [concerned, others] = [
    candidates.filter(({ standing }) => standing !== 'out'),
    candidates.filter(({ standing }) => standing === 'out'),
  ]
  const rows = (those: typeof candidates): ReactElement => (
    <ul className={classes.candidates}>
      {those.map((one, n) => (
        <CandidateRow key={`${one.id} ${n}`} candidate={one} deps={deps} />
      ))}
    </ul>
  )
  return (
    <li className={classes.rung} data-state={state} data-testid={`rung-${name}`}>
      <div className={classes.rungHead}>
        <RungMark name={name} />
        <h3>{t(`why.rung.${name}`)}</h3>
        <span className={classes.state}>
          {t(name === 'hours' && state === 'passes' ? 'why.rungState.open' : `why.rungState.${state}`)}
        </span>
      </div>
      <div className={classes.rungBody}>
        {notes.map((why) => (
          <p key={why.code} className={classes.note}>
            {sentenceOf(why, deps)}
          </p>
        ))}
        {concerned.length > 0 && rows(concerned)}
        {others.length > 0 && others.length <= SHOWN_AT_ONCE && rows(others)}
        {others.length > SHOWN_AT_ONCE && (
          <details className={classes.others}>
            <summary>{t('why.others', { count: others.length })}</summary>
            {rows(others)}
          </details>
        )}
      </div>
    </li>
  )
}
