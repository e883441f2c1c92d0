import { reaches } from '@akari/programme'
import type { DisplayView, EntryTargets } from '@akari/protocol'
import { MultiSelect, Stack, Text } from '@mantine/core'
import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { useShownDisplays } from '../../../api/displays.ts'
import { WhereBuilder } from './where-builder.tsx'

const GROUP = 'group:'
const DISPLAY = 'display:'
/** Names that are told before it is only a number. */
const MOST_NAMES = 8

/** Which displays: groups and displays by name, and those that a condition is true of; says how many that are. */
export function TargetsField({
  targets,
  onChange,
}: {
  targets: EntryTargets
  onChange: (targets: EntryTargets) => void
}): ReactElement {
  const { t } = useTranslation()
  const displays = useShownDisplays().data ?? []
  const groups = [...new Set([...displays.flatMap((display) => display.groups), ...targets.groups])].sort()
  const chosen = [...targets.groups.map((group) => GROUP + group), ...targets.displayIds.map((id) => DISPLAY + id)]
  const named = (choices: readonly string[], kind: string): string[] =>
    choices.filter((each) => each.startsWith(kind)).map((each) => each.slice(kind.length))
  return (
    <Stack gap="xs">
      <MultiSelect
        label={t('schedule.where')}
        placeholder={chosen.length === 0 ? t('schedule.chooseTargets') : ''}
        data={[
          { group: t('schedule.groups'), items: groups.map((group) => ({ value: GROUP + group, label: group })) },
          {
            group: t('schedule.displays'),
            items: displays.map(({ id, profile }) => ({ value: DISPLAY + id, label: profile.name })),
          },
        ]}
        value={chosen}
        onChange={(next) => onChange({ ...targets, groups: named(next, GROUP), displayIds: named(next, DISPLAY) })}
        searchable
        data-testid="entry-targets"
      />
      <WhereBuilder
        where={targets.where}
        displays={displays}
        onChange={(where) => {
          const { where: _before, ...rest } = targets
          onChange(where === undefined ? rest : { ...rest, where })
        }}
      />
      <Reached targets={targets} displays={displays} />
    </Stack>
  )
}

/** «3台に表示（1階ロビー、2階待合、正面玄関）». */
function Reached({ targets, displays }: { targets: EntryTargets; displays: readonly DisplayView[] }): ReactElement {
  const { t } = useTranslation()
  const reached = displays.filter((display) => reaches(targets, display)).map(({ profile }) => profile.name)
  const names = reached.slice(0, MOST_NAMES).join(t('common.listSeparator'))
  return (
    <Text size="sm" c={reached.length === 0 ? 'gray.6' : 'black'} role="status" data-testid="entry-reached">
      {reached.length === 0
        ? t('entry.reachesNone')
        : t(reached.length > MOST_NAMES ? 'entry.reachesMany' : 'entry.reaches', { count: reached.length, names })}
    </Text>
  )
}
