import type { Review } from '@akari/protocol'
import { Alert, Button, List } from '@mantine/core'
import { IconAlertTriangle, IconCircleCheck, IconHistory } from '@tabler/icons-react'
import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { useReview } from '../../api/publishing.ts'
import { useMay } from '../../api/session.ts'
import { Empty } from '../../parts/empty.tsx'
import { Loaded } from '../../parts/loaded.tsx'
import { Page } from '../../parts/page.tsx'
import { useWarningText } from '../../parts/publish-warnings.ts'
import { ChangeGroups } from './change-groups.tsx'
import { PublishPanel } from './publish-panel.tsx'
import classes from './publishing.module.css'
import { type Publishing, usePublishing } from './use-publishing.tsx'

/** 公開する前に確かめる: what would change on which display, what to know, and the button. */
export function ReviewPage(): ReactElement {
  const { t } = useTranslation()
  const publishing = usePublishing()
  return (
    <Page
      title={t('publishing.title')}
      lead={t('publishing.lead')}
      actions={
        <Button component={Link} to="/publications" variant="default" leftSection={<IconHistory size={18} />}>
          {t('publications.title')}
        </Button>
      }
    >
      <Loaded query={useReview()}>{(review) => <Body review={review} publishing={publishing} />}</Loaded>
    </Page>
  )
}

function Body({ review, publishing }: { review: Review; publishing: Publishing }): ReactElement {
  const { t } = useTranslation()
  const mayPublish = useMay('content')
  const { groups, notYours } = review
  if (groups.length === 0 && notYours.length === 0) {
    return (
      <Empty icon={IconCircleCheck} title={t('publishing.nothing')} hint={t('publishing.nothingHint')}>
        <Button component={Link} to="/schedule">
          {t('publishing.toSchedule')}
        </Button>
      </Empty>
    )
  }
  return (
    <div className={classes.review}>
      <div className={classes.what}>
        <Warnings warnings={review.warnings} />
        {notYours.length > 0 && (
          <Alert color="kingfisher" variant="light">
            {t('publishing.notYours', {
              names: notYours.map(({ name }) => name).join(t('common.listSeparator')),
            })}
          </Alert>
        )}
        <ChangeGroups groups={groups} />
      </div>
      {mayPublish && groups.length > 0 && <PublishPanel review={review} publishing={publishing} />}
    </div>
  )
}

function Warnings({ warnings }: { warnings: Review['warnings'] }): ReactElement | null {
  const { t } = useTranslation()
  const warningText = useWarningText()
  if (warnings.length === 0) return null
  return (
    <Alert
      color="amber"
      variant="light"
      icon={<IconAlertTriangle />}
      title={t('publish.warnings', { count: warnings.length })}
    >
      <List size="sm" spacing={2}>
        {warnings.map((warning) => (
          <List.Item key={`${warning.code} ${warning.subject}`}>{warningText(warning)}</List.Item>
        ))}
      </List>
    </Alert>
  )
}
