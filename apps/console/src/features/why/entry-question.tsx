import { nextShowing, type NextShowing, type Windows } from '@akari/programme'
import type { DisplayView, EntryView, Programme } from '@akari/protocol'
import { Button, Select } from '@mantine/core'
import { type ReactElement, useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { useEntries } from '../../api/content.ts'
import type { Place } from './use-place.ts'
import type { Travel } from './use-travel.ts'
import classes from './why.module.css'
import { clockWords, sentenceOf, type WordDeps } from './why-words.ts'

/** «なぜ自分の予定が出ない?»: when an entry is next on this display, or why it never is. */
export function EntryQuestion({
  display,
  programme,
  windows,
  place,
  travel,
  deps,
}: {
  display: DisplayView
  programme: Programme | null
  windows: Windows
  place: Place
  travel: Travel
  deps: WordDeps
}): ReactElement {
  const { t } = useTranslation()
  const entries = useEntries().data ?? []
  const chosen = entries.find(({ id }) => id === place.get('entry'))
  const minute = Math.floor(travel.atMs / 60_000)
  const answer = useMemo((): NextShowing | null => {
    const entry = programme?.entries.find(({ id }) => id === chosen?.id)
    if (programme === null || entry === undefined) return null
    return nextShowing(programme, windows, entry, new Date(minute * 60_000).toISOString())
  }, [programme, windows, chosen?.id, minute])
  return (
    <section className={classes.question} aria-labelledby="why-question">
      <h2 id="why-question">{t('why.question.title')}</h2>
      <Select
        aria-label={t('why.question.pick')}
        placeholder={t('why.question.pick')}
        data={entries.map(({ id, name }) => ({ value: id, label: name }))}
        value={chosen?.id ?? null}
        onChange={(id) => place.set('entry', id)}
        searchable
        clearable
        data-testid="why-entry"
      />
      {chosen !== undefined && (
        <div className={classes.answer} role="status" data-testid="why-entry-answer">
          {answer === null ? (
            <NotInIt entry={chosen} display={display} place={place} />
          ) : (
            <Answer answer={answer} travel={travel} deps={deps} />
          )}
        </div>
      )}
    </section>
  )
}

function Answer({ answer, travel, deps }: { answer: NextShowing; travel: Travel; deps: WordDeps }): ReactElement {
  const { t } = useTranslation()
  if (answer.shown) {
    return (
      <>
        <p>
          <b>{t('why.question.shown', { at: clockWords(answer.at, deps) })}</b>
        </p>
        <Button size="xs" variant="light" onClick={() => travel.go(Date.parse(answer.at))} data-testid="why-go-there">
          {t('why.question.goThere')}
        </Button>
      </>
    )
  }
  return (
    <>
      <p>
        <b>{t('why.question.never', { to: deps.when.day(answer.lookedThroughTo) })}</b>
      </p>
      <ul>
        {answer.hindrances.slice(0, 5).map((one) => (
          <li key={JSON.stringify(one)}>
            {one.code === 'above-it' ? t(`why.question.aboveIt.${one.layer}`) : sentenceOf(one, deps)}
          </li>
        ))}
      </ul>
    </>
  )
}

/** The programme that is looked at does not have the entry: not meant for the display, or not published to it yet. */
function NotInIt({ entry, place }: { entry: EntryView; display: DisplayView; place: Place }): ReactElement {
  const { t } = useTranslation()
  if (place.basis === 'draft') return <p>{t('why.question.notHere', { name: entry.name })}</p>
  return (
    <>
      <p>{t('why.question.onlyDraft')}</p>
      <Button size="xs" variant="light" onClick={() => place.set('by', 'draft')}>
        {t('why.question.seeDraft')}
      </Button>
    </>
  )
}
