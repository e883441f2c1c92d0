import type { Language, PhraseReport } from '@akari/protocol'
import { Badge, Button, Group } from '@mantine/core'
import { type ReactElement, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useMay, useSession } from '../../api/session.ts'
import { useWhen } from '../../parts/when.ts'
import { EndReport } from './end-report.tsx'
import classes from './languages.module.css'
import { PhraseText } from './phrase-text.tsx'
import { useAccountWords } from './who.ts'

type Ending = { report: PhraseReport; as: 'resolved' | 'withdrawn' }

/** What was found wrong and is not settled, and behind a fold what was. Nothing where nobody ever found anything. */
export function ReportList({
  language,
  reports,
  onShow,
}: {
  language: Language
  reports: readonly PhraseReport[]
  onShow: (key: string) => void
}): ReactElement | null {
  const { t } = useTranslation()
  const [ending, setEnding] = useState<Ending | null>(null)
  if (reports.length === 0) return null
  const open = reports.filter(({ ended }) => ended === null)
  const over = reports.filter(({ ended }) => ended !== null)
  return (
    <section className={classes.reports} data-testid="phrase-reports">
      <h2>{t('languages.reports.title')}</h2>
      {open.length === 0 && <p className={classes.quiet}>{t('languages.reports.none')}</p>}
      <ul>
        {open.map((report) => (
          <li key={report.id}>
            <Facts report={report} language={language} />
            <Ways report={report} onEnd={setEnding} onShow={onShow} />
          </li>
        ))}
      </ul>
      {over.length > 0 && (
        <details>
          <summary>{t('languages.reports.ended', { count: over.length })}</summary>
          <ul>
            {over.map((report) => (
              <li key={report.id}>
                <Facts report={report} language={language} />
              </li>
            ))}
          </ul>
        </details>
      )}
      {ending !== null && <EndReport language={language} {...ending} onClose={() => setEnding(null)} />}
    </section>
  )
}

function Facts({ report, language }: { report: PhraseReport; language: Language }): ReactElement {
  const { t } = useTranslation()
  const when = useWhen()
  const account = useAccountWords()
  const { text, note, at, by, holds, ended } = report
  return (
    <div>
      <p>
        <b>{note}</b>
        {holds && ended === null && (
          <Badge ml="xs" color="vermilion" variant="light">
            {t('languages.reports.holding')}
          </Badge>
        )}
      </p>
      <p>
        <PhraseText text={text} language={language} />
      </p>
      <small className="numbers">{t('languages.reports.by', { at: when.full(at), by: account(by) })}</small>
      {ended !== null && (
        <p className={classes.quiet}>
          {t(`languages.reports.${ended.as}`, { at: when.full(ended.at), by: account(ended.by) })} {ended.note}
        </p>
      )}
    </div>
  )
}

function Ways({
  report,
  onEnd,
  onShow,
}: {
  report: PhraseReport
  onEnd: (ending: Ending) => void
  onShow: (key: string) => void
}): ReactElement {
  const { t } = useTranslation()
  const mayDecide = useMay('alerts')
  const isMine = report.by === `user:${useSession().data?.username}`
  return (
    <Group gap="xs">
      <Button size="xs" variant="default" onClick={() => onShow(report.key)}>
        {t('languages.preview.open')}
      </Button>
      {(mayDecide || isMine) && (
        <Button size="xs" variant="default" onClick={() => onEnd({ report, as: 'withdrawn' })}>
          {t('languages.reports.takeBack')}
        </Button>
      )}
      {mayDecide && (
        <Button size="xs" onClick={() => onEnd({ report, as: 'resolved' })} data-testid="report-resolve">
          {t('languages.reports.resolve')}
        </Button>
      )}
    </Group>
  )
}
