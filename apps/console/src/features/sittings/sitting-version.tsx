import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { useStreams } from '../../api/content.ts'
import { useTargetWords } from '../../parts/target-words.ts'
import { useTextIn } from '../../parts/texts-in.ts'
import type { Shown } from '../../parts/two-versions.tsx'
import { useWhen } from '../../parts/when.ts'
import { differingFacts, differingSaid, movedRows, type SittingFact } from './sitting-difference.ts'
import type { SittingDraft } from './sitting-draft.ts'
import classes from './sitting-version.module.css'

/** One of two plans of a sitting; what is another one in `other` stands below, marked. */
export function SittingVersion({ draft, other }: Shown<SittingDraft>): ReactElement {
  const { t } = useTranslation()
  const textIn = useTextIn()
  const factWords = useFactWords()
  const facts = differingFacts(draft, other)
  const said = differingSaid(draft, other)
  const moved = movedRows(draft, other)
  return (
    <div>
      <b>{textIn(draft.title)}</b>
      <ol className={classes.versionAgenda}>
        {draft.agenda.map(({ id, number, title }) => (
          <li key={id}>{number === undefined ? textIn(title) : `${number} ${textIn(title)}`}</li>
        ))}
      </ol>
      <small>{t('sittings.speakers', { count: draft.speakers.length })}</small>
      {facts.length + said.length + moved.length > 0 && (
        <ul className={classes.differing}>
          {facts.map((fact) => (
            <li key={fact}>
              <span>{t(`sittings.field.${fact}`)}</span> <mark>{factWords(draft, fact)}</mark>
            </li>
          ))}
          {said.map(({ path, field, language, text }) => (
            <li key={path}>
              <span>
                {t(`sittings.field.${field}`)}
                {language !== null && ` · ${t(`language.${language}`)}`}
              </span>{' '}
              <mark lang={language ?? 'ja'}>{text}</mark>
            </li>
          ))}
          {moved.map(({ field, id, name, place }) => (
            <li key={`moved ${id}`}>
              <span>{t(`sittings.order.${field}`)}</span>{' '}
              <mark>{t('sittings.order.place', { n: place, name: textIn(name) })}</mark>
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}

function useFactWords(): (draft: SittingDraft, fact: SittingFact) => string {
  const { t } = useTranslation()
  const textIn = useTextIn()
  const when = useWhen()
  const where = useTargetWords()
  const streams = useStreams().data ?? []
  return (draft, fact) => {
    switch (fact) {
      case 'startsAt':
      case 'endsAt':
        return when.dayAndTime(draft[fact])
      case 'targets':
        return where(draft.targets) || t('sittings.noDisplays')
      case 'streamId': {
        const stream = streams.find(({ id }) => id === draft.streamId)
        return stream === undefined ? t('sittings.noStream') : textIn(stream.title)
      }
      case 'isRecorded':
        return draft.isRecorded ? t('sittings.record') : t('sittings.facts.notRecorded')
      case 'silent':
        return draft.silent === true ? t('sound.neverSwitch') : t('sittings.heard')
      case 'opening':
      case 'closing':
        return t(`sittings.rule.${draft[fact]}`)
      case 'countdownMinutes':
      case 'afterMinutes':
        return `${draft[fact]} ${t('sittings.minutes')}`
      case 'recordingUrl':
        return draft.recordingUrl ?? '—'
    }
  }
}
