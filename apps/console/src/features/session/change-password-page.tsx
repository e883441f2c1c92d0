import type { User } from '@akari/protocol'
import { Button, PasswordInput, Progress, Stack, Text } from '@mantine/core'
import { type ReactElement, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useChangePassword, useSignOut } from '../../api/session.ts'
import { Trouble } from '../../parts/trouble.tsx'
import { Threshold } from './threshold.tsx'

/** NIST SP 800-63B §3.1.1.2: length counts, composition rules do not. */
const SHORTEST = 12

/** Before the first work: a password of one's own. */
export function ChangePasswordPage({ user }: { user: User }): ReactElement {
  const { t } = useTranslation()
  const change = useChangePassword()
  const signOut = useSignOut()
  const [current, setCurrent] = useState('')
  const [next, setNext] = useState('')
  const long = next.length >= SHORTEST
  const toggle = { 'aria-label': t('session.showPassword') }
  return (
    <Threshold title={t('session.newPasswordTitle', { name: user.name })} lead={t('session.newPasswordLead')}>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          if (long) change.mutate({ current, next })
        }}
      >
        <Stack gap="lg">
          <Trouble error={change.error} />
          <input type="text" name="username" autoComplete="username" value={user.username} readOnly hidden />
          <PasswordInput
            size="md"
            label={t('session.currentPassword')}
            value={current}
            onChange={(event) => setCurrent(event.currentTarget.value)}
            autoComplete="current-password"
            visibilityToggleButtonProps={toggle}
            autoFocus
            required
            withAsterisk={false}
            data-testid="password-current"
          />
          <div>
            <PasswordInput
              size="md"
              label={t('session.nextPassword')}
              description={t('session.passwordRule', { count: SHORTEST })}
              value={next}
              onChange={(event) => setNext(event.currentTarget.value)}
              autoComplete="new-password"
              minLength={SHORTEST}
              visibilityToggleButtonProps={toggle}
              required
              withAsterisk={false}
              data-testid="password-next"
            />
            <Progress
              mt="xs"
              size="sm"
              value={Math.min(100, (next.length / SHORTEST) * 100)}
              color={long ? 'zelkova' : 'amber'}
              aria-label={t('session.passwordLength')}
            />
            <Text size="sm" mt={4} c={long ? 'zelkova' : 'gray.6'} role="status">
              {long ? t('session.longEnough') : t('session.missing', { count: SHORTEST - next.length })}
            </Text>
          </div>
          <Button type="submit" size="md" disabled={!long} loading={change.isPending} data-testid="password-submit">
            {t('session.setPassword')}
          </Button>
          <Button variant="subtle" color="gray" onClick={() => signOut.mutate(undefined)}>
            {t('session.signOut')}
          </Button>
        </Stack>
      </form>
    </Threshold>
  )
}
