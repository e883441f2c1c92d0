import type { EntryCondition } from '@akari/protocol'
import { ActionIcon, Autocomplete, Button, Group, Select, Stack, Text, TextInput } from '@mantine/core'
import { IconPlus, IconX } from '@tabler/icons-react'
import { type ReactElement, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useLiveValues } from '../../../api/values.ts'
import { conditionOf, partsOfCondition, type Test, TESTS } from './condition-text.ts'

type Line = { value: string; test: Test; text: string }

const MOST = 10

/** Only while values of the outside world are so: the names that are told here are offered with what they are now. */
export function ConditionFields({
  conditions,
  onChange,
}: {
  conditions: readonly EntryCondition[]
  onChange: (conditions: readonly EntryCondition[]) => void
}): ReactElement {
  const { t } = useTranslation()
  const values = useLiveValues().data ?? []
  const [lines, setLines] = useState<readonly Line[]>(() =>
    conditions.map((condition) => ({ value: condition.value, ...partsOfCondition(condition) })),
  )
  const change = (next: readonly Line[]): void => {
    setLines(next)
    onChange(next.map(({ value, test, text }) => conditionOf(value, test, text)).filter((each) => each !== null))
  }
  const replace = (place: number, part: Partial<Line>): void =>
    change(lines.map((line, at) => (at === place ? { ...line, ...part } : line)))
  return (
    <Stack gap={6}>
      <Text size="sm" fw={700}>
        {t('entry.conditions')}
      </Text>
      <Text size="sm" c="gray.6">
        {t('entry.conditionsHint')}
      </Text>
      {lines.map((line, place) => {
        const now = values.find(({ name }) => name === line.value)?.latest
        return (
          <Stack key={place} gap={2}>
            <Group gap={6} wrap="nowrap">
              <Autocomplete
                style={{ flex: 1 }}
                size="xs"
                aria-label={t('entry.valueName')}
                placeholder="temperature"
                data={values.map(({ name }) => name)}
                value={line.value}
                onChange={(value) => replace(place, { value })}
              />
              <Select
                w={130}
                size="xs"
                aria-label={t('entry.test')}
                data={TESTS.map((test) => ({ value: test, label: t(`entry.tests.${test}`) }))}
                value={line.test}
                onChange={(next) => replace(place, { test: TESTS.find((test) => test === next) ?? 'equals' })}
                allowDeselect={false}
              />
              <TextInput
                w={120}
                size="xs"
                aria-label={t('entry.comparedWith')}
                value={line.text}
                onChange={(event) => replace(place, { text: event.currentTarget.value })}
                error={line.text !== '' && conditionOf(line.value, line.test, line.text) === null}
              />
              <ActionIcon
                variant="subtle"
                color="gray"
                aria-label={t('entry.removeCondition')}
                onClick={() => change(lines.filter((_, at) => at !== place))}
              >
                <IconX size={16} />
              </ActionIcon>
            </Group>
            {now != null && (
              <Text size="xs" c="gray.6">
                {t(now.fresh ? 'entry.valueNow' : 'entry.valueOld', { value: String(now.value) })}
              </Text>
            )}
          </Stack>
        )
      })}
      {lines.length < MOST && (
        <div>
          <Button
            size="xs"
            variant="subtle"
            leftSection={<IconPlus size={16} />}
            onClick={() => change([...lines, { value: '', test: 'atLeast', text: '' }])}
            data-testid="entry-condition-add"
          >
            {t('entry.addCondition')}
          </Button>
        </div>
      )}
    </Stack>
  )
}
