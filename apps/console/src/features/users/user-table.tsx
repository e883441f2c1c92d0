import type { User } from '@akari/protocol'
import { ActionIcon, Badge, Menu, Table, VisuallyHidden } from '@mantine/core'
import { IconDots, IconKey, IconTrash } from '@tabler/icons-react'
import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { useSession } from '../../api/session.ts'
import { useChangeUser, useDeleteUser, useNewPassword } from '../../api/staff.ts'
import { ask } from '../../parts/ask.tsx'
import { useWhen } from '../../parts/when.ts'
import { answersForDisplays, ResponsibilityField } from './responsibility-field.tsx'
import { RoleSelect } from './role-select.tsx'
import type { Secret } from './secret-dialog.tsx'
import classes from './users.module.css'

type Props = { onSecret: (secret: Secret) => void }

/** People as rows; the role is changed in place. */
export function UserTable({ users, onSecret }: { users: readonly User[] } & Props): ReactElement {
  const { t } = useTranslation()
  return (
    <Table highlightOnHover>
      <Table.Thead>
        <Table.Tr>
          <Table.Th>{t('users.name')}</Table.Th>
          <Table.Th>{t('users.username')}</Table.Th>
          <Table.Th>{t('users.role')}</Table.Th>
          <Table.Th>{t('users.groups')}</Table.Th>
          <Table.Th visibleFrom="lg">{t('users.since')}</Table.Th>
          <Table.Th>
            <VisuallyHidden>{t('common.actions')}</VisuallyHidden>
          </Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {users.map((user) => (
          <Row key={user.id} user={user} onSecret={onSecret} />
        ))}
      </Table.Tbody>
    </Table>
  )
}

function Row({ user, onSecret }: { user: User } & Props): ReactElement {
  const { t } = useTranslation()
  const when = useWhen()
  const change = useChangeUser()
  const isMe = useSession().data?.id === user.id
  return (
    <Table.Tr data-testid={`user-${user.username}`}>
      <Table.Td fw={700}>
        <span className={classes.whole}>{user.name}</span>
        {isMe && (
          <Badge ml="xs" variant="light">
            {t('users.me')}
          </Badge>
        )}
        {user.mustChangePassword && (
          <Badge ml="xs" variant="light" color="amber">
            {t('users.firstPassword')}
          </Badge>
        )}
      </Table.Td>
      <Table.Td>{user.username}</Table.Td>
      <Table.Td>
        <RoleSelect
          aria-label={t('users.roleOf', { name: user.name })}
          value={user.role}
          onChange={(role) => change.mutate({ id: user.id, patch: { role } })}
          disabled={isMe}
          w={190}
        />
      </Table.Td>
      <Table.Td miw={180}>
        {answersForDisplays(user.role) && (
          <ResponsibilityField
            name={t('users.groupsOf', { name: user.name })}
            groups={user.groups}
            onChange={(groups) => change.mutate({ id: user.id, patch: { groups } })}
          />
        )}
      </Table.Td>
      <Table.Td className="numbers" visibleFrom="lg">
        {when.full(user.createdAt)}
      </Table.Td>
      <Table.Td>{!isMe && <RowMenu user={user} onSecret={onSecret} />}</Table.Td>
    </Table.Tr>
  )
}

function RowMenu({ user, onSecret }: { user: User } & Props): ReactElement {
  const { t } = useTranslation()
  const remove = useDeleteUser()
  const renew = useNewPassword()
  const { id, name } = user
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <ActionIcon variant="subtle" color="gray" size="lg" aria-label={t('users.actionsFor', { name })}>
          <IconDots size={20} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item
          leftSection={<IconKey size={18} />}
          onClick={() =>
            ask({
              title: t('users.renewTitle', { name }),
              text: t('users.renewText'),
              yes: t('users.renew'),
              no: t('common.stop'),
              onYes: () =>
                renew.mutate(id, {
                  onSuccess: ({ password }) => onSecret({ kind: 'password', owner: name, secret: password }),
                }),
            })
          }
        >
          {t('users.renew')}
        </Menu.Item>
        <Menu.Item
          color="vermilion"
          leftSection={<IconTrash size={18} />}
          onClick={() =>
            ask({
              title: t('users.deleteTitle', { name }),
              text: t('users.deleteText'),
              yes: t('users.delete'),
              no: t('common.stop'),
              onYes: () => remove.mutate(id),
            })
          }
        >
          {t('users.delete')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  )
}
