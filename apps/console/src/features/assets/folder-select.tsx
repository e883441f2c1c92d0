import type { AssetFolder } from '@akari/protocol'
import { Select } from '@mantine/core'
import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { pathOf } from './library-filter.ts'

const TOP = 'top'

/** Where something goes: the top of the library, or a folder by its whole path. */
export function FolderSelect({
  folders,
  value,
  onChange,
  label,
}: {
  folders: readonly AssetFolder[]
  value: string | null
  onChange: (folderId: string | null) => void
  label?: string
}): ReactElement {
  const { t } = useTranslation()
  const paths = folders
    .map(({ id }) => ({ value: id, label: pathOf(folders, id) }))
    .toSorted((a, b) => a.label.localeCompare(b.label, 'ja'))
  return (
    <Select
      label={label ?? t('library.moveTo')}
      searchable
      allowDeselect={false}
      data={[{ value: TOP, label: t('library.top') }, ...paths]}
      value={value ?? TOP}
      onChange={(next) => onChange(next === null || next === TOP ? null : next)}
    />
  )
}
