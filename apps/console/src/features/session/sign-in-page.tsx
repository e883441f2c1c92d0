import { Button, PasswordInput, Stack, TextInput } from '@mantine/core'
import { type ReactElement, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useSignIn } from '../../api/session.ts'
import { Trouble } from '../../parts/trouble.tsx'
import { Threshold } from './threshold.tsx'

/** The first page: who are you? */
export function SignInPage(): ReactElement {
  const { t } = useTranslation()
  const signIn = useSignIn()
  const [username, setUsername] = useState('')
  const [password, setPassword] = useState('')
  return (
    <Threshold title={t('session.welcome')} lead={t('session.lead')}>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          signIn.mutate({ username: username.trim(), password })
        }}
      >
        <Stack gap="lg">
          <Trouble error={signIn.error} />
          <TextInput
            size="md"
            label={t('session.username')}
            value={username}
            onChange={(event) => setUsername(event.currentTarget.value)}
            autoComplete="username"
            autoCapitalize="none"
            spellCheck={false}
            autoFocus
            required
            withAsterisk={false}
            data-testid="sign-in-username"
          />
          <PasswordInput
            size="md"
            label={t('session.password')}
            value={password}
            onChange={(event) => setPassword(event.currentTarget.value)}
            autoComplete="current-password"
            visibilityToggleButtonProps={{ 'aria-label': t('session.showPassword') }}
            required
            withAsterisk={false}
            data-testid="sign-in-password"
          />
          <Button type="submit" size="md" loading={signIn.isPending} data-testid="sign-in-submit">
            {t('session.signIn')}
          </Button>
        </Stack>
      </form>
    </Threshold>
  )
}
