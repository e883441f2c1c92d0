import type { Submission } from '@akari/protocol'
import { Button, Switch } from '@mantine/core'
import { IconChecks } from '@tabler/icons-react'
import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { useApprovalSettings, useChangeApprovalSettings, useSubmissions } from '../../api/publishing.ts'
import { useMay } from '../../api/session.ts'
import { Empty } from '../../parts/empty.tsx'
import { Loaded } from '../../parts/loaded.tsx'
import { Page } from '../../parts/page.tsx'
import { useWhen } from '../../parts/when.ts'
import classes from './publishing.module.css'
import { SubmissionMark } from './submission-mark.tsx'

/** So many displays are named; of more it is said how many they are. */
const MOST_NAMED = 3

/** 承認: what waits for a decision, what waits for its time, and what became of the rest. */
export function ApprovalsPage(): ReactElement {
  const { t } = useTranslation()
  const administers = useMay('administration')
  return (
    <Page title={t('approvals.title')} lead={t('approvals.lead')} actions={administers && <AloneSwitch />}>
      <Loaded query={useSubmissions()}>
        {(submissions) =>
          submissions.length === 0 ? (
            <Empty icon={IconChecks} title={t('approvals.empty')} hint={t('approvals.emptyHint')}>
              <Button component={Link} to="/publish">
                {t('publishing.title')}
              </Button>
            </Empty>
          ) : (
            <Lists submissions={submissions} />
          )
        }
      </Loaded>
    </Page>
  )
}

function Lists({ submissions }: { submissions: readonly Submission[] }): ReactElement {
  const { t } = useTranslation()
  const of = (...states: Submission['state'][]) => submissions.filter(({ state }) => states.includes(state))
  const [waiting, set, past] = [of('submitted'), of('approved'), of('sentBack', 'published', 'withdrawn')]
  return (
    <>
      <section className={classes.list} aria-label={t('approvals.waiting')}>
        <h2>{t('approvals.waitingCount', { count: waiting.length })}</h2>
        {waiting.length === 0 ? <p className={classes.quiet}>{t('approvals.noneWaiting')}</p> : <Rows of={waiting} />}
      </section>
      {set.length > 0 && (
        <section className={classes.list} aria-label={t('approvals.set')}>
          <h2>{t('approvals.set')}</h2>
          <Rows of={set} />
        </section>
      )}
      {past.length > 0 && (
        <section className={classes.list} aria-label={t('approvals.past')}>
          <h2>{t('approvals.past')}</h2>
          <Rows of={past} />
        </section>
      )}
    </>
  )
}

function Rows({ of }: { of: readonly Submission[] }): ReactElement {
  const { t } = useTranslation()
  const when = useWhen()
  return (
    <ul className={classes.rows}>
      {of.map((each) => (
        <li key={each.id}>
          <Link to={`/approvals/${each.id}`} data-testid={`submission-${each.state}`}>
            <SubmissionMark state={each.state} />
            <strong>{each.comment === '' ? t('approvals.noComment') : each.comment}</strong>
            <span className={classes.meta}>
              {t('approvals.by', { name: each.submittedName, at: when.dayAndTime(each.submittedAt) })}
              {' · '}
              {each.displays.length > MOST_NAMED
                ? t('publishing.displays', { count: each.displays.length })
                : each.displays.map(({ name }) => name).join(t('common.listSeparator'))}
            </span>
            {each.publishAt !== null && (
              <span className={classes.time}>{t('approvals.at', { at: when.dayAndTime(each.publishAt) })}</span>
            )}
          </Link>
        </li>
      ))}
    </ul>
  )
}

/** 一人で公開してよい, for city halls with one person in PR. */
function AloneSwitch(): ReactElement {
  const { t } = useTranslation()
  const settings = useApprovalSettings().data
  const change = useChangeApprovalSettings()
  return (
    <Switch
      label={t('approvals.alone')}
      description={t('approvals.aloneHint')}
      checked={settings?.mayPublishAlone ?? false}
      disabled={settings === undefined}
      onChange={(event) => change.mutate({ mayPublishAlone: event.currentTarget.checked })}
      data-testid="publish-alone"
    />
  )
}
