import { Button, Tabs } from '@mantine/core'
import { IconKey, IconUserPlus, IconUsers, IconWebhook } from '@tabler/icons-react'
import { type ReactElement, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useSearchParams } from 'react-router'
import { useUsers } from '../../api/staff.ts'
import { Loaded } from '../../parts/loaded.tsx'
import { matches } from '../../parts/matching.ts'
import { Page } from '../../parts/page.tsx'
import { SearchField } from '../../parts/search-field.tsx'
import { WebhooksPanel } from './webhooks-panel.tsx'
import { AddUser } from './add-user.tsx'
import { keyFor } from './new-key.ts'
import { SecretDialog, type Secret } from './secret-dialog.tsx'
import { TokensPanel } from './tokens-panel.tsx'
import { UserTable } from './user-table.tsx'

/** People who may sign in, keys of other systems, and which of those are told what happens. */
export function UsersPage(): ReactElement {
  const { t } = useTranslation()
  const [query] = useSearchParams()
  const users = useUsers()
  const [search, setSearch] = useState('')
  const [adding, setAdding] = useState(false)
  const [secret, setSecret] = useState<Secret | null>(null)
  return (
    <Page title={t('users.title')} lead={t('users.lead')}>
      <Tabs defaultValue={query.get('tab') ?? 'users'}>
        <Tabs.List mb="lg">
          <Tabs.Tab value="users" leftSection={<IconUsers size={18} />}>
            {t('users.people')}
          </Tabs.Tab>
          <Tabs.Tab value="tokens" leftSection={<IconKey size={18} />} data-testid="tokens-tab">
            {t('tokens.title')}
          </Tabs.Tab>
          <Tabs.Tab value="webhooks" leftSection={<IconWebhook size={18} />} data-testid="webhooks-tab">
            {t('webhooks.title')}
          </Tabs.Tab>
        </Tabs.List>
        <Tabs.Panel value="users">
          <div style={{ display: 'flex', justifyContent: 'space-between', marginBottom: '1rem' }}>
            <SearchField value={search} onChange={setSearch} label={t('users.search')} />
            <Button leftSection={<IconUserPlus size={18} />} onClick={() => setAdding(true)} data-testid="user-new">
              {t('users.add')}
            </Button>
          </div>
          <Loaded query={users}>
            {(all) => (
              <UserTable
                users={all.filter((user) => matches(search, [user.name, user.username]))}
                onSecret={setSecret}
              />
            )}
          </Loaded>
        </Tabs.Panel>
        <Tabs.Panel value="tokens">
          <TokensPanel start={keyFor(query.get('scope'))} onSecret={setSecret} />
        </Tabs.Panel>
        <Tabs.Panel value="webhooks">
          <WebhooksPanel />
        </Tabs.Panel>
      </Tabs>
      {adding && <AddUser onSecret={setSecret} onClose={() => setAdding(false)} />}
      {secret !== null && <SecretDialog secret={secret} onClose={() => setSecret(null)} />}
    </Page>
  )
}
