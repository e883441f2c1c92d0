import { Role } from '@akari/protocol'
import { Select, type SelectProps, Stack, Text } from '@mantine/core'
import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'

type Props = Omit<SelectProps, 'data' | 'value' | 'onChange'> & { value: Role; onChange: (role: Role) => void }

/** A role to choose; the list says what each may do. */
export function RoleSelect({ value, onChange, ...props }: Props): ReactElement {
  const { t } = useTranslation()
  return (
    <Select
      {...props}
      data={Role.options.map((role) => ({ value: role, label: t(`role.${role}`) }))}
      value={value}
      onChange={(next) => {
        const role = Role.safeParse(next)
        if (role.success) onChange(role.data)
      }}
      renderOption={({ option }) => {
        const role = Role.parse(option.value)
        return (
          <Stack gap={0}>
            <span>{t(`role.${role}`)}</span>
            <Text size="sm" c="gray.7">
              {t(`roleHint.${role}`)}
            </Text>
          </Stack>
        )
      }}
      comboboxProps={{ width: 'max-content', position: 'bottom-start' }}
      allowDeselect={false}
    />
  )
}
