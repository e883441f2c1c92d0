import type { DrillPlan } from '@akari/protocol'
import { Button } from '@mantine/core'
import { IconCheck } from '@tabler/icons-react'
import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { useCheckDrill } from '../../api/drills.ts'
import { useMay, useSession } from '../../api/session.ts'
import { useWhen } from '../../parts/when.ts'
import classes from './drills.module.css'
import { usePerson } from './plan-words.ts'

/** Who confirmed this version, or the button with which a second person does. */
export function CheckPanel({ plan }: { plan: DrillPlan }): ReactElement {
  const { t } = useTranslation()
  const when = useWhen()
  const check = useCheckDrill()
  const me = useSession().data
  const mayAct = useMay('alerts')
  const personOf = usePerson()
  const author = personOf(plan.changed.name)
  if (plan.checked !== null) {
    return (
      <section className={classes.check} data-checked data-testid="drill-checked">
        <IconCheck size={22} aria-hidden />
        <p>{t('drills.checkedBy', { by: personOf(plan.checked.name), at: when.dayAndTime(plan.checked.at) })}</p>
      </section>
    )
  }
  const byPerson = plan.changed.name.startsWith('user:')
  const isAuthor = me !== null && me !== undefined && plan.changed.name === `user:${me.username}`
  const hint = !byPerson
    ? t('drills.checkSample')
    : isAuthor
      ? t('drills.checkOther')
      : t('drills.checkHint', { by: author })
  return (
    <section className={classes.check}>
      <p>
        <strong>{t('drills.checkAsk')}</strong> {hint}
      </p>
      {mayAct && byPerson && !isAuthor && (
        <Button
          leftSection={<IconCheck size={18} />}
          loading={check.isPending}
          onClick={() => check.mutate({ id: plan.id, version: plan.version })}
          data-testid="drill-check"
        >
          {t('drills.check')}
        </Button>
      )}
    </section>
  )
}
