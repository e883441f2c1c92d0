import { reaches } from '@akari/programme'
import type { DisplayView, EntryTargets } from '@akari/protocol'
import { MultiSelect } from '@mantine/core'
import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { useShownDisplays } from '../api/displays.ts'

const GROUP = 'group:'
const DISPLAY = 'display:'

/** Chooses displays and groups; says how many displays that are. */
export function TargetPicker({
  value,
  onChange,
  label,
  testId,
}: {
  value: EntryTargets
  onChange: (targets: EntryTargets) => void
  label: string
  testId: string
}): ReactElement {
  const { t } = useTranslation()
  const displays = useShownDisplays().data ?? []
  const groups = [...new Set(displays.flatMap((display) => display.groups))].sort()
  const named = (choices: readonly string[], kind: string): string[] =>
    choices.filter((each) => each.startsWith(kind)).map((each) => each.slice(kind.length))
  const chosen = [...value.groups.map((group) => GROUP + group), ...value.displayIds.map((id) => DISPLAY + id)]
  const reached = reachedBy(value, displays)
  return (
    <MultiSelect
      label={label}
      description={chosen.length === 0 ? undefined : t('timing.reached', { count: reached.length })}
      inputWrapperOrder={['label', 'input', 'description', 'error']}
      placeholder={chosen.length === 0 ? t('timing.words.chooseTargets') : ''}
      data={[
        { group: t('timing.words.groups'), items: groups.map((group) => ({ value: GROUP + group, label: group })) },
        {
          group: t('timing.words.displays'),
          items: displays.map((display) => ({ value: DISPLAY + display.id, label: display.profile.name })),
        },
      ]}
      value={chosen}
      onChange={(next) => onChange({ ...value, displayIds: named(next, DISPLAY), groups: named(next, GROUP) })}
      searchable
      data-testid={testId}
    />
  )
}

/** The displays that these targets reach. */
export function reachedBy(targets: EntryTargets, displays: readonly DisplayView[]): DisplayView[] {
  return displays.filter((display) => reaches(targets, display))
}
