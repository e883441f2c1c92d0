import { type ApiToken, type Instant, TOKEN_SCOPES, type TokenScope } from '@akari/protocol'
import {
  ActionIcon,
  Badge,
  Button,
  Group,
  MultiSelect,
  Stack,
  Table,
  Text,
  TextInput,
  VisuallyHidden,
} from '@mantine/core'
import { DateInput } from '@mantine/dates'
import { IconKey, IconTrash } from '@tabler/icons-react'
import { type ReactElement, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useAddToken, useDeleteToken, useTokens } from '../../api/staff.ts'
import { ask } from '../../parts/ask.tsx'
import { TIME_ZONE, toLocal } from '../../parts/local-time.ts'
import { Empty } from '../../parts/empty.tsx'
import { Loaded } from '../../parts/loaded.tsx'
import { useNow } from '../../parts/use-now.ts'
import { Trouble } from '../../parts/trouble.tsx'
import { useWhen } from '../../parts/when.ts'
import { BLANK_KEY, type KeyForm, keyOf } from './new-key.ts'
import type { Secret } from './secret-dialog.tsx'
import classes from './users.module.css'

const MINUTE_MS = 60_000

/** Keys with which other systems deliver telegrams, and read or write content and schedule. */
export function TokensPanel({
  start,
  onSecret,
}: {
  /** The key that somebody came to make. */
  start: KeyForm
  onSecret: (secret: Secret) => void
}): ReactElement {
  const { t } = useTranslation()
  const add = useAddToken()
  const [form, setForm] = useState(start)
  const key = keyOf(form)
  const today = toLocal(useNow(MINUTE_MS), TIME_ZONE).slice(0, 10)
  const scopeWords = useScopeWords()
  const submit = (): void => {
    if (key === null) return
    add.mutate(key, {
      onSuccess: ({ token, secret }) => {
        setForm(BLANK_KEY)
        onSecret({ kind: 'token', owner: token.name, secret })
      },
    })
  }
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
            value={form.name}
            onChange={(event) => setForm({ ...form, name: event.currentTarget.value })}
            maxLength={80}
            required
            withAsterisk={false}
            w={360}
            data-testid="token-name"
          />
          <MultiSelect
            label={t('tokens.scope')}
            description={t('tokens.scopeHint')}
            data={TOKEN_SCOPES.map((each) => ({ value: each, label: scopeWords(each) }))}
            placeholder={form.scopes.length === 0 ? t('tokens.chooseScopes') : ''}
            value={[...form.scopes]}
            onChange={(next) => setForm({ ...form, scopes: TOKEN_SCOPES.filter((each) => next.includes(each)) })}
            w={420}
            data-testid="token-scopes"
          />
          <DateInput
            label={t('tokens.lastDay')}
            description={t('tokens.lastDayHint')}
            value={form.lastDay}
            onChange={(lastDay) => setForm({ ...form, lastDay })}
            minDate={today}
            clearable
            w={200}
          />
          <Button
            type="submit"
            leftSection={<IconKey size={18} />}
            disabled={key === null}
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
  const remove = useDeleteToken()
  const scopeWords = useScopeWords()
  return (
    <Table>
      <Table.Thead>
        <Table.Tr>
          <Table.Th>{t('tokens.nameAndScope')}</Table.Th>
          <Table.Th>{t('tokens.ends')}</Table.Th>
          <Table.Th visibleFrom="lg">{t('tokens.created')}</Table.Th>
          <Table.Th>{t('tokens.lastUsed')}</Table.Th>
          <Table.Th>
            <VisuallyHidden>{t('common.actions')}</VisuallyHidden>
          </Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {tokens.map(({ id, name, scopes, expiresAt, createdAt, lastUsedAt }) => (
          <Table.Tr key={id}>
            <Table.Td>
              <Text fw={700}>{name}</Text>
              <Group gap={6} mt={6}>
                {scopes.map((scope) => (
                  <Badge key={scope} variant="light" tt="none">
                    {scopeWords(scope)}
                  </Badge>
                ))}
              </Group>
            </Table.Td>
            <Table.Td className="numbers">
              {expiresAt === null ? <Text c="gray.6">{t('tokens.noEnd')}</Text> : <Moment at={expiresAt} />}
            </Table.Td>
            <Table.Td className="numbers" visibleFrom="lg">
              <Moment at={createdAt} />
            </Table.Td>
            <Table.Td className="numbers">
              {lastUsedAt === null ? <Text c="gray.6">{t('tokens.never')}</Text> : <Moment at={lastUsedAt} />}
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

/** A moment in one line. */
function Moment({ at }: { at: Instant }): ReactElement {
  const when = useWhen()
  return <span className={classes.whole}>{when.full(at)}</span>
}

/** What a key may do, in words. */
function useScopeWords(): (scope: TokenScope) => string {
  const { t } = useTranslation()
  return (scope) => t(`tokens.scopes.${SCOPE_KEYS[scope]}`)
}

/** Keys of the locale files cannot hold a colon. */
const SCOPE_KEYS = {
  'alerts:ingest': 'ingest',
  'metrics:read': 'metrics',
  'values:write': 'values',
  'captions:write': 'captions',
  'content:read': 'contentRead',
  'content:write': 'contentWrite',
  'schedule:read': 'scheduleRead',
  'schedule:write': 'scheduleWrite',
  'displays:read': 'displaysRead',
  'displays:write': 'displaysWrite',
  'programme:publish': 'publish',
} as const satisfies Record<TokenScope, string>
