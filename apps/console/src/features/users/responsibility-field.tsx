import type { Responsibility, Role } from '@akari/protocol'
import { MultiSelect } from '@mantine/core'
import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { useDisplays } from '../../api/displays.ts'

type Props = {
  /** Read to those who see no label. */
  name: string
  label?: string
  groups: Responsibility
  onChange: (groups: Responsibility) => void
}

/** Does a person of this role answer for displays? The others see all of them and change none. */
export function answersForDisplays(role: Role): boolean {
  return role === 'editor' || role === 'approver'
}

/** The display groups a person answers for; nothing chosen means every display. */
export function ResponsibilityField({ name, label, groups, onChange }: Props): ReactElement {
  const { t } = useTranslation()
  const known = (useDisplays().data ?? []).flatMap((display) => display.groups)
  const choices = [...new Set([...known, ...(groups ?? [])])].sort((a, b) => a.localeCompare(b, 'ja'))
  return (
    <MultiSelect
      {...(label === undefined ? { 'aria-label': name } : { label, description: t('users.groupsHint') })}
      data={choices}
      value={groups ?? []}
      onChange={(next) => onChange(next.length === 0 ? null : next)}
      placeholder={groups === null ? t('users.allDisplays') : ''}
      nothingFoundMessage={t('users.noGroups')}
      searchable
      data-testid="user-groups"
    />
  )
}
