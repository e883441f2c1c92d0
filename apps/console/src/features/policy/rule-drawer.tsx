import type { PolicyFinding, PolicyRule } from '@akari/protocol'
import { Button, Drawer, Group, Stack, TextInput } from '@mantine/core'
import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { ActFields } from './act-fields.tsx'
import { FindingList } from './finding-list.tsx'
import { MatchFields } from './match-fields.tsx'
import { useRuleWords } from './rule-words.ts'
import { StageFields } from './stage-fields.tsx'
import classes from './form.module.css'

/** Changes one rule. Every change goes into the table at once, can be undone there, and is saved with the table. */
export function RuleDrawer({
  rule,
  index,
  rules,
  findings,
  groups,
  isNew,
  onChange,
  onClose,
}: {
  rule: PolicyRule
  index: number
  rules: readonly PolicyRule[]
  findings: readonly PolicyFinding[]
  /** Groups that displays are in. */
  groups: readonly string[]
  isNew: boolean
  /** `part` names what was changed, so that typing there is one step of undo. */
  onChange: (rule: PolicyRule, part: string) => void
  onClose: () => void
}): ReactElement {
  const { t } = useTranslation()
  const words = useRuleWords()
  return (
    <Drawer opened onClose={onClose} size={640} title={t(isNew ? 'policy.form.new' : 'policy.form.edit')}>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          onClose()
        }}
        data-testid="policy-form"
      >
        <Stack gap="lg">
          <div className={classes.head}>
            <div className={classes.reads}>
              <small>{t('policy.form.reads')}</small>
              <b>{words.sentence(rule)}</b>
              <small>{t('policy.form.place', { place: index + 1, count: rules.length })}</small>
            </div>
            <section aria-label={t('policy.form.findings')} aria-live="polite" data-testid="policy-rule-findings">
              <FindingList findings={findings} rules={rules} />
            </section>
          </div>
          <TextInput
            label={t('policy.form.name')}
            description={t('policy.form.nameHint', { name: words.match(rule.match) })}
            value={rule.name}
            onChange={(event) => onChange({ ...rule, name: event.currentTarget.value }, 'name')}
            maxLength={80}
            data-testid="policy-name"
          />
          <MatchFields match={rule.match} onChange={(match, part) => onChange({ ...rule, match }, part)} />
          <ActFields
            act={rule.act}
            drillOnly={rule.match.channel === 'drill'}
            groups={groups}
            onChange={(act, part) => onChange({ ...rule, act }, part)}
          />
          {(rule.act.mode === 'fullScreen' || rule.act.stages.length > 0) && (
            <StageFields
              stages={rule.act.stages}
              onChange={(stages) => onChange({ ...rule, act: { ...rule.act, stages } }, 'stages')}
            />
          )}
          <Group justify="flex-end">
            <Button type="submit" data-testid="policy-form-done">
              {t('policy.form.done')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Drawer>
  )
}
