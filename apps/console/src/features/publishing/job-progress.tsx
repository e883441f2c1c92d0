import type { PublishJob } from '@akari/protocol'
import { Progress } from '@mantine/core'
import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import classes from './publishing.module.css'

/** How far a publication is: what is being done, of how many. */
export function JobProgress({ job }: { job: PublishJob }): ReactElement {
  const { t } = useTranslation()
  const { phase, done, total } = job
  const percent = total === 0 ? 0 : Math.round((done / total) * 100)
  const words = t(`publishing.phase.${phase}`, { done, total })
  return (
    <div className={classes.progress} role="status" data-testid="publish-progress">
      <span>{words}</span>
      <Progress value={percent} animated aria-label={words} />
    </div>
  )
}
