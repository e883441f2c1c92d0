import type { DrillStep } from '@akari/protocol'
import { ActionIcon, Button, NumberInput, Select } from '@mantine/core'
import { IconPlus, IconTrash } from '@tabler/icons-react'
import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { useTemplates } from '../../api/alerts.ts'
import { useDrills } from '../../api/drills.ts'
import { useTextIn } from '../../parts/texts-in.ts'
import { matterFromKey, matterKey, nextStep } from './drill-form.ts'
import classes from './drills.module.css'

/** What is shown, from when, and for how long: one row each. */
export function StepFields({
  steps,
  onChange,
}: {
  steps: readonly DrillStep[]
  onChange: (steps: DrillStep[]) => void
}): ReactElement {
  const { t } = useTranslation()
  const textIn = useTextIn()
  const templates = useTemplates().data ?? []
  const telegrams = useDrills().data?.telegrams ?? []
  const choices = [
    {
      group: t('drills.templates'),
      items: templates.map(({ id, words }) => ({ value: `template:${id}`, label: textIn(words.headline) })),
    },
    {
      group: t('drills.telegrams'),
      items: telegrams.map(({ telegram, meaning }) => ({ value: `telegram:${telegram}`, label: textIn(meaning) })),
    },
  ]
  const change = (at: number, part: Partial<DrillStep>): void =>
    onChange(steps.map((step, index) => (index === at ? { ...step, ...part } : step)))
  return (
    <fieldset className={classes.fieldset}>
      <legend>{t('drills.stepsLabel')}</legend>
      {steps.map((step, index) => (
        // Steps have no name but their place.
        <div key={index} className={classes.step}>
          <Select
            label={t('drills.stepShows', { step: index + 1 })}
            data={choices}
            value={matterKey(step.matter)}
            onChange={(key) => key !== null && change(index, { matter: matterFromKey(key) })}
            allowDeselect={false}
            searchable
            data-testid={`drill-step-${index}`}
          />
          <NumberInput
            label={t('drills.stepAfter')}
            value={step.afterSeconds}
            onChange={(value) => typeof value === 'number' && change(index, { afterSeconds: Math.round(value) })}
            min={0}
            max={3600}
            suffix={t('drills.secondsSuffix')}
          />
          <NumberInput
            label={t('drills.stepFor')}
            placeholder={t('drills.untilEnd')}
            value={step.endAfterSeconds ?? ''}
            onChange={(value) =>
              change(index, { endAfterSeconds: typeof value === 'number' ? Math.round(value) : null })
            }
            min={5}
            max={3600}
            suffix={t('drills.secondsSuffix')}
          />
          <ActionIcon
            variant="subtle"
            color="gray"
            size="lg"
            disabled={steps.length === 1}
            aria-label={t('drills.removeStep', { step: index + 1 })}
            onClick={() => onChange(steps.filter((_, at) => at !== index))}
          >
            <IconTrash size={18} aria-hidden />
          </ActionIcon>
        </div>
      ))}
      <Button
        variant="light"
        leftSection={<IconPlus size={18} />}
        disabled={steps.length >= 12}
        onClick={() => onChange([...steps, nextStep(steps)])}
      >
        {t('drills.addStep')}
      </Button>
    </fieldset>
  )
}
