import type { SubmissionDetail } from '@akari/protocol'
import { Alert, Button } from '@mantine/core'
import { IconArrowLeft } from '@tabler/icons-react'
import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, useParams } from 'react-router'
import { useSubmission } from '../../api/publishing.ts'
import { Loaded } from '../../parts/loaded.tsx'
import { Page } from '../../parts/page.tsx'
import { useWhen } from '../../parts/when.ts'
import { ChangeGroups } from './change-groups.tsx'
import { DecisionPanel } from './decision-panel.tsx'
import classes from './publishing.module.css'
import { SubmissionMark } from './submission-mark.tsx'
import { Thread } from './thread.tsx'

/** One submission: what it would change, what was said, and the decision. */
export function SubmissionPage(): ReactElement {
  const { t } = useTranslation()
  const { id = '' } = useParams()
  return (
    <Page
      title={t('approvals.one')}
      actions={
        <Button component={Link} to="/approvals" variant="default" leftSection={<IconArrowLeft size={18} />}>
          {t('approvals.back')}
        </Button>
      }
    >
      <Loaded query={useSubmission(id)}>{(detail) => <Body detail={detail} />}</Loaded>
    </Page>
  )
}

function Body({ detail }: { detail: SubmissionDetail }): ReactElement {
  const { t } = useTranslation()
  const when = useWhen()
  const { submission, groups, gone } = detail
  const isOpen = detail.mine !== 'closed'
  return (
    <div className={classes.review}>
      <div className={classes.what}>
        <div className={classes.facts}>
          <SubmissionMark state={submission.state} />
          <strong>{submission.comment === '' ? t('approvals.noComment') : submission.comment}</strong>
          <span className={classes.meta}>
            {t('approvals.by', { name: submission.submittedName, at: when.dayAndTime(submission.submittedAt) })}
          </span>
          {submission.publishAt !== null && (
            <span className={classes.time}>{t('approvals.at', { at: when.full(submission.publishAt) })}</span>
          )}
        </div>
        {gone.length > 0 && (
          <Alert color="amber" variant="light">
            {t('approvals.gone', { names: gone.join(t('common.listSeparator')) })}
          </Alert>
        )}
        {isOpen && groups.length === 0 && <p className={classes.quiet}>{t('approvals.nothingLeft')}</p>}
        {isOpen ? <ChangeGroups groups={groups} /> : <Over detail={detail} />}
      </div>
      <aside className={classes.panel} aria-label={t('approvals.decision')}>
        <Thread id={submission.id} words={detail.words} />
        {isOpen && <DecisionPanel detail={detail} />}
      </aside>
    </div>
  )
}

/** What is over says which displays it was for; the record of publications has what it changed. */
function Over({ detail: { submission } }: { detail: SubmissionDetail }): ReactElement {
  const { t } = useTranslation()
  return (
    <section className={classes.group}>
      <header>
        <h2>{t('publishing.displays', { count: submission.displays.length })}</h2>
        <ul className={classes.names}>
          {submission.displays.map(({ displayId, name }) => (
            <li key={displayId}>{name}</li>
          ))}
        </ul>
      </header>
      {submission.state === 'published' && (
        <Button component={Link} to="/publications" variant="light">
          {t('publications.title')}
        </Button>
      )}
    </section>
  )
}
