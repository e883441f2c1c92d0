import { AlertClass, Hazard, INTENSITIES, Intensity, type PolicyMatch } from '@akari/protocol'
import { Chip, Group, MultiSelect, SegmentedControl, Select } from '@mantine/core'
import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { CHANNELS, LEVELS } from './choices.ts'
import { sectionOfHazard, SECTIONS } from './sections.ts'
import classes from './form.module.css'

/** Which alerts a rule is about. Nothing chosen means that it does not matter. */
export function MatchFields({
  match,
  onChange,
}: {
  match: PolicyMatch
  onChange: (match: PolicyMatch, part: string) => void
}): ReactElement {
  const { t } = useTranslation()
  const change = (part: Partial<PolicyMatch>): void => onChange({ ...match, ...part }, Object.keys(part).join(' '))
  return (
    <fieldset className={classes.part}>
      <legend>{t('policy.form.when')}</legend>
      <MultiSelect
        label={t('policy.form.hazards')}
        description={t('policy.form.hazardsHint')}
        placeholder={match.hazards === null ? t('policy.form.hazardsPlaceholder') : ''}
        data={SECTIONS.map((section) => ({
          group: t(`policy.section.${section}`),
          items: Hazard.options
            .filter((hazard) => sectionOfHazard(hazard) === section)
            .map((hazard) => ({ value: hazard, label: t(`hazard.${hazard}`) })),
        }))}
        value={match.hazards ?? []}
        onChange={(values) => change({ hazards: orNull(Hazard.options.filter((each) => values.includes(each))) })}
        searchable
        clearable
        data-testid="policy-hazards"
      />
      <Chips
        legend={t('policy.form.levels')}
        hint={t('policy.form.levelsHint')}
        choices={LEVELS.map((level) => ({ value: String(level), label: t(`policy.rule.levelOf.${level}`) }))}
        chosen={(match.levels ?? []).map(String)}
        onChange={(values) => change({ levels: orNull(LEVELS.filter((level) => values.includes(String(level)))) })}
      />
      <Chips
        legend={t('policy.form.classes')}
        hint={t('policy.form.classesHint')}
        choices={AlertClass.options.map((word) => ({ value: word, label: t(`policy.rule.class.${word}`) }))}
        chosen={match.classes ?? []}
        onChange={(values) => change({ classes: orNull(AlertClass.options.filter((each) => values.includes(each))) })}
      />
      <Group grow align="flex-start">
        <Select
          label={t('policy.form.intensity')}
          placeholder={t('policy.form.intensityAny')}
          data={INTENSITIES.map((each) => ({
            value: each,
            label: t('policy.rule.intensityFrom', { intensity: t(`policy.rule.intensity.${each}`) }),
          }))}
          value={match.intensityAtLeast}
          onChange={(value) => change({ intensityAtLeast: Intensity.nullable().catch(null).parse(value) })}
          clearable
          data-testid="policy-intensity"
        />
        <div>
          <p className={classes.label} id="policy-channel">
            {t('policy.form.channel')}
          </p>
          <SegmentedControl
            fullWidth
            aria-labelledby="policy-channel"
            value={match.channel}
            onChange={(value) => change({ channel: CHANNELS.find((each) => each === value) ?? 'both' })}
            data={CHANNELS.map((channel) => ({ value: channel, label: t(`policy.rule.channel.${channel}`) }))}
          />
        </div>
      </Group>
    </fieldset>
  )
}

function Chips({
  legend,
  hint,
  choices,
  chosen,
  onChange,
}: {
  legend: string
  hint: string
  choices: readonly { value: string; label: string }[]
  chosen: readonly string[]
  onChange: (values: string[]) => void
}): ReactElement {
  return (
    <fieldset className={classes.chips}>
      <legend>{legend}</legend>
      <p>{hint}</p>
      <Chip.Group multiple value={[...chosen]} onChange={onChange}>
        <Group gap={6}>
          {choices.map(({ value, label }) => (
            <Chip key={value} value={value} size="sm" radius={6}>
              {label}
            </Chip>
          ))}
        </Group>
      </Chip.Group>
    </fieldset>
  )
}

function orNull<T>(chosen: T[]): T[] | null {
  return chosen.length === 0 ? null : chosen
}
