import { CloseButton, TextInput } from '@mantine/core'
import { IconSearch } from '@tabler/icons-react'
import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'

/** Finds in a list while one types. */
export function SearchField({
  value,
  onChange,
  label,
  fullWidth = false,
}: {
  value: string
  onChange: (value: string) => void
  label: string
  /** As wide as what it stands in. */
  fullWidth?: boolean
}): ReactElement {
  const { t } = useTranslation()
  return (
    <TextInput
      type="search"
      aria-label={label}
      placeholder={label}
      value={value}
      onChange={(event) => onChange(event.currentTarget.value)}
      leftSection={<IconSearch size={18} aria-hidden />}
      rightSection={
        value === '' ? null : <CloseButton aria-label={t('common.clearSearch')} onClick={() => onChange('')} />
      }
      w={fullWidth ? '100%' : 280}
    />
  )
}
