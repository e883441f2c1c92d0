import { type ApiToken, TokenScope } from '@akari/protocol'
import { ActionIcon, Button, Group, Select, Stack, Table, Text, TextInput, VisuallyHidden } from '@mantine/core'
import { IconKey, IconTrash } from '@tabler/icons-react'
import { type ReactElement, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useAddToken, useDeleteToken, useTokens } from '../../api/staff.ts'
import { ask } from '../../parts/ask.tsx'
import { Empty } from '../../parts/empty.tsx'
import { Loaded } from '../../parts/loaded.tsx'
import { Trouble } from '../../parts/trouble.tsx'
import { useWhen } from '../../parts/when.ts'
import type { Secret } from './secret-dialog.tsx'

/** Keys with which other systems deliver telegrams. */
export function TokensPanel({ onSecret }: { onSecret: (secret: Secret) => void }): ReactElement {
  const { t } = useTranslation()
  const add = useAddToken()
  const [name, setName] = useState('')
  const [scope, setScope] = useState<ApiToken['scope']>('alerts:ingest')
  const scopeWords = useScopeWords()
  const submit = (): void =>
    add.mutate(
      { name: name.trim(), scope },
      {
        onSuccess: ({ token, secret }) => {
          setName('')
          onSecret({ kind: 'token', owner: token.name, secret })
        },
      },
    )
  return (
    <Stack>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          submit()
        }}
      >
        <Group align="flex-end">
          <TextInput
            label={t('tokens.name')}
            description={t('tokens.nameHint')}
            value={name}
            onChange={(event) => setName(event.currentTarget.value)}
            maxLength={80}
            required
            withAsterisk={false}
            w={360}
            data-testid="token-name"
          />
          <Select
            label={t('tokens.scope')}
            data={TokenScope.options.map((each) => ({ value: each, label: scopeWords(each) }))}
            value={scope}
            onChange={(next) => setScope(TokenScope.options.find((each) => each === next) ?? scope)}
            allowDeselect={false}
          />
          <Button
            type="submit"
            leftSection={<IconKey size={18} />}
            disabled={name.trim() === ''}
            loading={add.isPending}
            data-testid="token-new"
          >
            {t('tokens.add')}
          </Button>
        </Group>
      </form>
      <Trouble error={add.error} />
      <Loaded query={useTokens()}>
        {(tokens) =>
          tokens.length === 0 ? (
            <Empty icon={IconKey} title={t('tokens.emptyTitle')} hint={t('tokens.emptyHint')} />
          ) : (
            <TokenTable tokens={tokens} />
          )
        }
      </Loaded>
    </Stack>
  )
}

function TokenTable({ tokens }: { tokens: readonly ApiToken[] }): ReactElement {
  const { t } = useTranslation()
  const when = useWhen()
  const remove = useDeleteToken()
  const scopeWords = useScopeWords()
  return (
    <Table>
      <Table.Thead>
        <Table.Tr>
          <Table.Th>{t('tokens.name')}</Table.Th>
          <Table.Th>{t('tokens.scope')}</Table.Th>
          <Table.Th>{t('tokens.created')}</Table.Th>
          <Table.Th>{t('tokens.lastUsed')}</Table.Th>
          <Table.Th>
            <VisuallyHidden>{t('common.actions')}</VisuallyHidden>
          </Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {tokens.map(({ id, name, scope, createdAt, lastUsedAt }) => (
          <Table.Tr key={id}>
            <Table.Td fw={700}>{name}</Table.Td>
            <Table.Td>{scopeWords(scope)}</Table.Td>
            <Table.Td className="numbers">{when.full(createdAt)}</Table.Td>
            <Table.Td className="numbers">
              {lastUsedAt === null ? <Text c="gray.6">{t('tokens.never')}</Text> : when.full(lastUsedAt)}
            </Table.Td>
            <Table.Td>
              <ActionIcon
                variant="subtle"
                color="gray"
                aria-label={t('tokens.deleteNamed', { name })}
                onClick={() =>
                  ask({
                    title: t('tokens.deleteTitle', { name }),
                    text: t('tokens.deleteText'),
                    yes: t('tokens.delete'),
                    no: t('common.stop'),
                    onYes: () => remove.mutate(id),
                  })
                }
              >
                <IconTrash size={18} />
              </ActionIcon>
            </Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  )
}

/** What a key may do, in words. */
function useScopeWords(): (scope: ApiToken['scope']) => string {
  const { t } = useTranslation()
  return (scope) => {
    switch (scope) {
      case 'alerts:ingest':
        return t('tokens.ingest')
      case 'metrics:read':
        return t('tokens.metrics')
      case 'values:write':
        return t('tokens.values')
    }
  }
}
