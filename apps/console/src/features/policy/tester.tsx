import { AlertClass, Hazard, INTENSITIES, Intensity, type PolicyRule } from '@akari/protocol'
import { Button, CloseButton, SegmentedControl, Select, SimpleGrid } from '@mantine/core'
import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { LEVELS } from './choices.ts'
import type { Situation } from './deciding.ts'
import { Preview } from './preview.tsx'
import { useRuleWords } from './rule-words.ts'
import { hasIntensity, hasLevels, sectionOfHazard, SECTIONS } from './sections.ts'
import classes from './tester.module.css'

/** What is tried first: the case that staff ask about most. */
export const FIRST_TRY: Situation = {
  hazard: 'heavy-rain',
  level: 4,
  class: null,
  intensity: null,
  channel: 'live',
}

/** Describes an alert; says which rule decides about it, and shows what the displays would do. */
export function Tester({
  situation,
  deciding,
  unsaved,
  onChange,
  onShow,
  onClose,
}: {
  situation: Situation
  deciding: { rule: PolicyRule; index: number } | null
  unsaved: boolean
  onChange: (situation: Situation) => void
  onShow: (ruleId: string) => void
  onClose: () => void
}): ReactElement {
  const { t } = useTranslation()
  const words = useRuleWords()
  return (
    <aside className={classes.tester} aria-labelledby="policy-test" data-testid="policy-tester">
      <header>
        <h2 id="policy-test">{t('policy.test.title')}</h2>
        <CloseButton aria-label={t('policy.test.close')} onClick={onClose} />
      </header>
      <SituationFields situation={situation} onChange={onChange} />
      <div className={classes.answer}>
        <p role="status" data-testid="policy-test-answer">
          {deciding === null ? (
            t('policy.test.nobody')
          ) : (
            <>
              <b>{t('policy.test.decides', { place: deciding.index + 1, name: words.name(deciding.rule) })}</b>
              <span>{words.act(deciding.rule.act)}</span>
              {situation.channel === 'drill' && deciding.rule.act.sound.chime !== 'none' && (
                <span>{t('policy.form.drillSilent')}</span>
              )}
            </>
          )}
        </p>
        {deciding !== null && (
          <>
            <Preview situation={situation} act={deciding.rule.act} />
            <Button variant="light" fullWidth onClick={() => onShow(deciding.rule.id)}>
              {t('policy.test.show')}
            </Button>
          </>
        )}
        {unsaved && <p className={classes.quiet}>{t('policy.test.unsaved')}</p>}
      </div>
    </aside>
  )
}

function SituationFields({
  situation,
  onChange,
}: {
  situation: Situation
  onChange: (situation: Situation) => void
}): ReactElement {
  const { t } = useTranslation()
  const { hazard } = situation
  const change = (part: Partial<Situation>): void => onChange(possible({ ...situation, ...part }))
  return (
    <div className={classes.fields}>
      <Select
        label={t('policy.test.hazard')}
        data={SECTIONS.map((section) => ({
          group: t(`policy.section.${section}`),
          items: Hazard.options
            .filter((each) => sectionOfHazard(each) === section)
            .map((each) => ({ value: each, label: t(`hazard.${each}`) })),
        }))}
        value={hazard}
        onChange={(value) => change({ hazard: Hazard.options.find((each) => each === value) ?? hazard })}
        searchable
        allowDeselect={false}
        data-testid="policy-test-hazard"
      />
      <SimpleGrid cols={2} spacing="sm">
        <Select
          label={t('policy.test.level')}
          placeholder={t('policy.test.none')}
          data={LEVELS.map((level) => ({ value: String(level), label: t(`policy.rule.levelOf.${level}`) }))}
          value={situation.level === null ? null : String(situation.level)}
          onChange={(value) => change({ level: LEVELS.find((each) => String(each) === value) ?? null })}
          clearable
          disabled={!hasLevels(hazard)}
          data-testid="policy-test-level"
        />
        <Select
          label={t('policy.test.class')}
          placeholder={t('policy.test.none')}
          data={AlertClass.options.map((word) => ({ value: word, label: t(`policy.rule.class.${word}`) }))}
          value={situation.class}
          onChange={(value) => change({ class: AlertClass.options.find((each) => each === value) ?? null })}
          clearable
        />
      </SimpleGrid>
      <SimpleGrid cols={2} spacing="sm">
        <Select
          label={t('policy.test.intensity')}
          placeholder={t('policy.test.none')}
          data={INTENSITIES.map((each) => ({ value: each, label: t(`policy.rule.intensity.${each}`) }))}
          value={situation.intensity}
          onChange={(value) => change({ intensity: Intensity.nullable().catch(null).parse(value) })}
          clearable
          disabled={!hasIntensity(hazard)}
        />
        <div>
          <p className={classes.label} id="policy-test-channel">
            {t('policy.test.channel')}
          </p>
          <SegmentedControl
            fullWidth
            aria-labelledby="policy-test-channel"
            value={situation.channel}
            onChange={(value) => change({ channel: value === 'drill' ? 'drill' : 'live' })}
            data={[
              { value: 'live', label: t('policy.rule.channel.live') },
              { value: 'drill', label: t('policy.rule.channel.drill') },
            ]}
          />
        </div>
      </SimpleGrid>
    </div>
  )
}

/** Without what alerts of its hazard never have. */
function possible(situation: Situation): Situation {
  return {
    ...situation,
    level: hasLevels(situation.hazard) ? situation.level : null,
    intensity: hasIntensity(situation.hazard) ? situation.intensity : null,
  }
}
