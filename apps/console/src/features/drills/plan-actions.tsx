import type { DrillPlan } from '@akari/protocol'
import { Button } from '@mantine/core'
import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import { useRemoveDrill, useRunDrill, useSkipDrill, useStopDrill } from '../../api/drills.ts'
import { ask } from '../../parts/ask.tsx'
import { useWhen } from '../../parts/when.ts'
import { usePlanWords } from './plan-words.ts'

/** Run, stop, leave out, change, remove: what a plan in its state allows. */
export function PlanActions({
  plan,
  blocked,
  onEdit,
}: {
  plan: DrillPlan
  blocked: boolean
  onEdit: () => void
}): ReactElement {
  const { t } = useTranslation()
  const when = useWhen()
  const words = usePlanWords()
  const navigate = useNavigate()
  const [run, stop, skip, remove] = [useRunDrill(), useStopDrill(), useSkipDrill(), useRemoveDrill()]
  const { lastRun, nextAt } = plan
  const start = (): void =>
    ask({
      title: t('drills.runTitle', { name: plan.name }),
      text: t('drills.runText', { target: words.target(plan.target), count: plan.autoEndMinutes }),
      yes: t('drills.runYes'),
      colour: 'kingfisher',
      no: t('common.stop'),
      onYes: () => run.mutate(plan.id, { onSuccess: ({ id }) => void navigate(`/drills/runs/${id}`) }),
    })
  if (plan.state === 'running' && lastRun !== null) {
    return (
      <Button
        color="vermilion"
        loading={stop.isPending}
        onClick={() => stop.mutate(lastRun.id)}
        data-testid="drill-stop"
      >
        {t('drills.stop')}
      </Button>
    )
  }
  return (
    <>
      {plan.checked !== null && (
        <Button disabled={blocked} loading={run.isPending} onClick={start} data-testid="drill-run">
          {t('drills.runNow')}
        </Button>
      )}
      {nextAt !== null && (
        <Button
          variant="default"
          loading={skip.isPending}
          onClick={() =>
            ask({
              title: t('drills.skipTitle', { name: plan.name }),
              text: t('drills.skipText', { at: when.dayAndTime(nextAt) }),
              yes: t('drills.skipYes'),
              colour: 'kingfisher',
              no: t('drills.skipNo'),
              onYes: () => skip.mutate({ id: plan.id, at: nextAt }),
            })
          }
        >
          {t('drills.skip')}
        </Button>
      )}
      <Button variant="default" onClick={onEdit} data-testid="drill-edit">
        {t('drills.edit')}
      </Button>
      <Button
        variant="subtle"
        color="gray"
        onClick={() =>
          ask({
            title: t('drills.removeTitle', { name: plan.name }),
            text: t('drills.removeText'),
            yes: t('drills.remove'),
            no: t('common.stop'),
            onYes: () => remove.mutate(plan.id),
          })
        }
      >
        {t('drills.remove')}
      </Button>
    </>
  )
}
