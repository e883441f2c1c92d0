import type { DrillBoard, DrillPlan } from '@akari/protocol'
import { Alert, Anchor, Badge, Button } from '@mantine/core'
import { IconAlertTriangle, IconShieldCheck } from '@tabler/icons-react'
import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { Empty } from '../../parts/empty.tsx'
import { useWhen } from '../../parts/when.ts'
import classes from './drills.module.css'
import { PlanActions } from './plan-actions.tsx'
import { STATE_COLOR, usePlanWords } from './plan-words.ts'

/** Every plan with its state, and the next thing to do with it. */
export function PlanList({
  board,
  mayAct,
  onEdit,
}: {
  board: DrillBoard
  mayAct: boolean
  onEdit: (plan: DrillPlan) => void
}): ReactElement {
  const { t } = useTranslation()
  return (
    <>
      {board.blockedBy !== null && (
        <Alert color="vermilion" variant="light" icon={<IconAlertTriangle />} mb="md" role="alert">
          {t('drills.blocked', { headline: board.blockedBy.headline })}
        </Alert>
      )}
      {board.plans.length === 0 ? (
        <Empty icon={IconShieldCheck} title={t('drills.emptyTitle')} hint={t('drills.emptyHint')} />
      ) : (
        <ul className={classes.plans}>
          {board.plans.map((plan) => (
            <Plan
              key={plan.id}
              plan={plan}
              blocked={board.blockedBy !== null}
              mayAct={mayAct}
              onEdit={() => onEdit(plan)}
            />
          ))}
        </ul>
      )}
    </>
  )
}

function Plan({
  plan,
  blocked,
  mayAct,
  onEdit,
}: {
  plan: DrillPlan
  blocked: boolean
  mayAct: boolean
  onEdit: () => void
}): ReactElement {
  const { t } = useTranslation()
  const when = useWhen()
  const words = usePlanWords()
  const { lastRun } = plan
  return (
    <li className={classes.plan} data-state={plan.state} data-testid={`drill-${plan.id}`}>
      <div className={classes.planHead}>
        <h2>{plan.name}</h2>
        <Badge color={STATE_COLOR[plan.state]} variant="light" size="lg" data-testid="drill-state">
          {t(`drills.state.${plan.state}`)}
        </Badge>
      </div>
      <dl className={classes.facts}>
        <dt>{t('drills.whenLabel')}</dt>
        <dd>
          {words.times(plan)}
          {plan.nextAt !== null && <strong>{t('drills.next', { at: when.dayAndTime(plan.nextAt) })}</strong>}
        </dd>
        <dt>{t('drills.targetLabel')}</dt>
        <dd>{words.target(plan.target)}</dd>
        <dt>{t('drills.stepsLabel')}</dt>
        <dd>
          {plan.steps.map((step) => words.matter(step.matter)).join(t('drills.then'))}
          <span className={classes.quiet}>{t('drills.autoEnd', { count: plan.autoEndMinutes })}</span>
        </dd>
        <dt>{t('drills.checkLabel')}</dt>
        <dd>
          {plan.checked === null
            ? t('drills.notChecked', { by: words.person(plan.changed.name) })
            : t('drills.checkedBy', { by: words.person(plan.checked.name), at: when.dayAndTime(plan.checked.at) })}
        </dd>
        {lastRun !== null && (
          <>
            <dt>{t('drills.lastLabel')}</dt>
            <dd>
              <Anchor component={Link} to={`/drills/runs/${lastRun.id}`} data-testid="drill-last-run">
                {words.run(lastRun)}
              </Anchor>
            </dd>
          </>
        )}
      </dl>
      {plan.note !== '' && <p className={classes.note}>{plan.note}</p>}
      <div className={classes.actions}>
        <Button component={Link} to={`/drills/${plan.id}`} variant="light" data-testid="drill-dry-run">
          {plan.checked === null ? t('drills.dryAndCheck') : t('drills.dry')}
        </Button>
        {mayAct && <PlanActions plan={plan} blocked={blocked} onEdit={onEdit} />}
      </div>
    </li>
  )
}
