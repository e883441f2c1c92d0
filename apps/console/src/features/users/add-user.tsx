import type { Responsibility, Role } from '@akari/protocol'
import { Button, Group, Modal, Stack, TextInput } from '@mantine/core'
import { type ReactElement, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useAddUser } from '../../api/staff.ts'
import { Trouble } from '../../parts/trouble.tsx'
import { answersForDisplays, ResponsibilityField } from './responsibility-field.tsx'
import { RoleSelect } from './role-select.tsx'
import type { Secret } from './secret-dialog.tsx'

/** A new person: the CMS makes the first password, and it must be changed at the first sign-in. */
export function AddUser({
  onSecret,
  onClose,
}: {
  onSecret: (secret: Secret) => void
  onClose: () => void
}): ReactElement {
  const { t } = useTranslation()
  const add = useAddUser()
  const [name, setName] = useState('')
  const [username, setUsername] = useState('')
  const [role, setRole] = useState<Role>('editor')
  const [groups, setGroups] = useState<Responsibility>(null)
  const submit = (): void =>
    add.mutate(
      { name: name.trim(), username: username.trim(), role, groups: answersForDisplays(role) ? groups : null },
      {
        onSuccess: ({ user, password }) => {
          onClose()
          onSecret({ kind: 'password', owner: user.name, secret: password })
        },
      },
    )
  return (
    <Modal opened onClose={onClose} title={t('users.add')} size="lg">
      <form
        onSubmit={(event) => {
          event.preventDefault()
          submit()
        }}
      >
        <Stack>
          <Trouble error={add.error} />
          <TextInput
            label={t('users.name')}
            value={name}
            onChange={(event) => setName(event.currentTarget.value)}
            maxLength={80}
            required
            withAsterisk={false}
            data-autofocus
            data-testid="user-name"
          />
          <TextInput
            label={t('users.username')}
            description={t('users.usernameHint')}
            value={username}
            onChange={(event) => setUsername(event.currentTarget.value.toLowerCase())}
            pattern="[a-z0-9][a-z0-9._\-]{1,39}"
            autoCapitalize="none"
            spellCheck={false}
            required
            withAsterisk={false}
            data-testid="user-username"
          />
          <RoleSelect
            label={t('users.role')}
            description={t(`roleHint.${role}`)}
            value={role}
            onChange={setRole}
            data-testid="user-role"
          />
          {answersForDisplays(role) && (
            <ResponsibilityField
              name={t('users.groups')}
              label={t('users.groups')}
              groups={groups}
              onChange={setGroups}
            />
          )}
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {t('common.stop')}
            </Button>
            <Button type="submit" loading={add.isPending} data-testid="user-save">
              {t('users.add')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  )
}
