import type { PolicyAct, Stage } from '@akari/protocol'
import { Checkbox, NumberInput } from '@mantine/core'
import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { STAGES } from './marks.tsx'
import classes from './form.module.css'

type Stages = PolicyAct['stages']

/** Minutes that a stage gets when it is chosen. */
const USUAL_MINUTES: Record<Stage, number> = { protect: 1, situation: 5, route: 10, shelters: 30 }

/** Which stages follow each other, always in their own order; the last one stays. */
export function StageFields({
  stages,
  onChange,
}: {
  stages: Stages
  onChange: (stages: Stages) => void
}): ReactElement {
  const { t } = useTranslation()
  const put = (stage: Stage, minutes: number | null): void => {
    const wanted = new Map(stages.map((each) => [each.stage, each.minutes]))
    if (minutes === null) wanted.delete(stage)
    else wanted.set(stage, minutes)
    onChange(
      STAGES.flatMap((each) => {
        const time = wanted.get(each)
        return time === undefined ? [] : [{ stage: each, minutes: time }]
      }),
    )
  }
  const last = stages.at(-1)?.stage
  return (
    <fieldset className={classes.part}>
      <legend>{t('policy.form.stages')}</legend>
      <p className={classes.hint}>{t('policy.form.stagesHint')}</p>
      <ol className={classes.stages}>
        {STAGES.map((stage, index) => {
          const chosen = stages.find((each) => each.stage === stage)
          const name = t(`policy.rule.stageOf.${stage}`)
          return (
            <li key={stage}>
              <Checkbox
                label={`S${index + 1} ${name}`}
                checked={chosen !== undefined}
                onChange={(event) => put(stage, event.currentTarget.checked ? USUAL_MINUTES[stage] : null)}
              />
              {chosen !== undefined && stage === last && <span>{t('policy.form.stageStays')}</span>}
              {chosen !== undefined && stage !== last && (
                <NumberInput
                  aria-label={t('policy.form.stageMinutes', { stage: name })}
                  value={chosen.minutes}
                  onChange={(minutes) => {
                    if (typeof minutes === 'number' && Number.isInteger(minutes) && minutes >= 1) put(stage, minutes)
                  }}
                  min={1}
                  max={600}
                  clampBehavior="strict"
                  allowDecimal={false}
                  suffix={t('policy.form.minutesSuffix')}
                  size="xs"
                  w={96}
                />
              )}
            </li>
          )
        })}
      </ol>
    </fieldset>
  )
}
