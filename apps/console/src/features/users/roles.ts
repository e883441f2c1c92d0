import { Role } from '@akari/protocol'
import { useTranslation } from 'react-i18next'

/** Is it the name of a role? */
export function isRole(value: string | null): value is Role {
  return Role.safeParse(value).success
}

/** Roles to choose from, in words. */
export function useRoleChoices(): { value: Role; label: string }[] {
  const { t } = useTranslation()
  return Role.options.map((role) => ({ value: role, label: `${t(`role.${role}`)} — ${t(`roleHint.${role}`)}` }))
}
