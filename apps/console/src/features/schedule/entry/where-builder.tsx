import type { DisplayView, TargetExpression } from '@akari/protocol'
import { ActionIcon, Button, Group, SegmentedControl, Select, Stack, Text } from '@mantine/core'
import { IconFilterPlus, IconX } from '@tabler/icons-react'
import { type ReactElement, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useDisplayName } from '../../../parts/display-name.ts'
import { whereInWords } from '../where-words.ts'
import { ROW_KINDS, rowsOfWhere, type WhereRow, type WhereRows, whereOfRows } from './where-rows.ts'

/** Displays by condition: lines that are all to be true, or any. An expression that lines cannot say is only told. */
export function WhereBuilder({
  where,
  displays,
  onChange,
}: {
  where: TargetExpression | undefined
  displays: readonly DisplayView[]
  onChange: (where: TargetExpression | undefined) => void
}): ReactElement {
  const { t } = useTranslation()
  const [written, setWritten] = useState<WhereRows | null>(() => rowsOfWhere(where))
  const nameOf = useDisplayName()
  const change = (next: WhereRows): void => {
    setWritten(next)
    onChange(whereOfRows(next))
  }
  if (written === null) {
    return (
      <Group gap="xs">
        <Text size="sm">{where === undefined ? '' : whereInWords(where, t, nameOf)}</Text>
        <Button size="xs" variant="subtle" color="gray" onClick={() => change({ joint: 'all', rows: [] })}>
          {t('entry.where.clear')}
        </Button>
      </Group>
    )
  }
  const { joint, rows } = written
  const replace = (place: number, row: WhereRow): void =>
    change({ joint, rows: rows.map((each, at) => (at === place ? row : each)) })
  return (
    <Stack gap={6}>
      {rows.length > 1 && (
        <SegmentedControl
          size="xs"
          value={joint}
          onChange={(next) => change({ joint: next === 'any' ? 'any' : 'all', rows })}
          data={[
            { value: 'all', label: t('entry.where.all') },
            { value: 'any', label: t('entry.where.any') },
          ]}
        />
      )}
      {rows.map((row, place) => (
        <Line
          key={place}
          row={row}
          displays={displays}
          onChange={(next) => replace(place, next)}
          onRemove={() => change({ joint, rows: rows.filter((_, at) => at !== place) })}
        />
      ))}
      <div>
        <Button
          size="xs"
          variant="subtle"
          leftSection={<IconFilterPlus size={16} />}
          onClick={() => change({ joint, rows: [...rows, { kind: 'tag', value: '', not: false }] })}
          data-testid="entry-where-add"
        >
          {t('entry.where.add')}
        </Button>
      </div>
    </Stack>
  )
}

function Line({
  row,
  displays,
  onChange,
  onRemove,
}: {
  row: WhereRow
  displays: readonly DisplayView[]
  onChange: (row: WhereRow) => void
  onRemove: () => void
}): ReactElement {
  const { t } = useTranslation()
  const choices = {
    tag: [...new Set(displays.flatMap(({ tags }) => tags))].sort(),
    group: [...new Set(displays.flatMap(({ groups }) => groups))].sort(),
    display: displays.map(({ id, profile }) => ({ value: id, label: profile.name })),
  }
  return (
    <Group gap={6} wrap="nowrap">
      <Select
        w={130}
        size="xs"
        aria-label={t('entry.where.kind')}
        data={ROW_KINDS.map((kind) => ({ value: kind, label: t(`entry.where.kinds.${kind}`) }))}
        value={row.kind}
        onChange={(next) => onChange({ ...row, kind: ROW_KINDS.find((kind) => kind === next) ?? 'tag', value: '' })}
        allowDeselect={false}
      />
      <Select
        style={{ flex: 1 }}
        size="xs"
        aria-label={t('entry.where.value')}
        placeholder={t('schedule.choosePlaylist')}
        nothingFoundMessage={t('entry.where.noChoice')}
        data={choices[row.kind]}
        value={row.value === '' ? null : row.value}
        onChange={(value) => onChange({ ...row, value: value ?? '' })}
        searchable
        data-testid="entry-where-value"
      />
      <SegmentedControl
        size="xs"
        value={row.not ? 'not' : 'is'}
        onChange={(next) => onChange({ ...row, not: next === 'not' })}
        data={[
          { value: 'is', label: t('entry.where.is') },
          { value: 'not', label: t('entry.where.isNot') },
        ]}
      />
      <ActionIcon variant="subtle" color="gray" aria-label={t('entry.where.remove')} onClick={onRemove}>
        <IconX size={16} />
      </ActionIcon>
    </Group>
  )
}
