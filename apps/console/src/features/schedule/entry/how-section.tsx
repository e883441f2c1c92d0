import { OnHigher, PRIORITIES } from '@akari/protocol'
import { Accordion, NumberInput, Select, SimpleGrid, Stack, Switch, Title } from '@mantine/core'
import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { ConditionFields } from './condition-fields.tsx'
import type { EntryDraft } from './draft.ts'
import { RoleFields } from './role-fields.tsx'
import type { SectionProps } from './what-section.tsx'

/** How it takes part where others are due, too; what few need is folded away until it is used. */
export function HowSection({ draft, onChange }: SectionProps): ReactElement {
  const { t } = useTranslation()
  return (
    <Stack gap="sm" component="section">
      <Title order={3}>{t('entry.how')}</Title>
      <RoleFields role={draft.role} onChange={(role) => onChange({ ...draft, role })} />
      <Select
        label={t('schedule.priority')}
        description={t('schedule.priorityHint')}
        data={PRIORITIES.map((priority) => ({ value: priority, label: t(`priority.${priority}`) }))}
        value={draft.priority}
        onChange={(next) => onChange({ ...draft, priority: PRIORITIES.find((each) => each === next) ?? 'normal' })}
        allowDeselect={false}
        data-testid="entry-priority"
      />
      <Accordion variant="separated" chevronPosition="left" defaultValue={isPlain(draft) ? null : 'more'}>
        <Accordion.Item value="more">
          <Accordion.Control>{t('entry.more')}</Accordion.Control>
          <Accordion.Panel>
            <Stack gap="md">
              <SimpleGrid cols={2}>
                <Select
                  label={t('entry.onHigher')}
                  data={OnHigher.options.map((each) => ({ value: each, label: t(`entry.onHigherChoice.${each}`) }))}
                  value={draft.onHigher}
                  onChange={(next) =>
                    onChange({ ...draft, onHigher: OnHigher.options.find((each) => each === next) ?? 'stop' })
                  }
                  allowDeselect={false}
                  data-testid="entry-on-higher"
                />
                <NumberInput
                  label={t('entry.order')}
                  description={t('entry.orderHint')}
                  inputWrapperOrder={['label', 'input', 'description', 'error']}
                  value={draft.order}
                  min={-1000}
                  max={1000}
                  allowDecimal={false}
                  onChange={(order) => typeof order === 'number' && onChange({ ...draft, order })}
                />
              </SimpleGrid>
              <Switch
                label={t('sound.neverSwitch')}
                description={t('sound.neverHint')}
                checked={draft.silent}
                onChange={(event) => onChange({ ...draft, silent: event.currentTarget.checked })}
                data-testid="entry-silent"
              />
              <ConditionFields
                conditions={draft.conditions}
                onChange={(conditions) => onChange({ ...draft, conditions })}
              />
            </Stack>
          </Accordion.Panel>
        </Accordion.Item>
      </Accordion>
    </Stack>
  )
}

function isPlain({ onHigher, order, conditions, silent }: EntryDraft): boolean {
  return onHigher === 'stop' && order === 0 && conditions.length === 0 && !silent
}
