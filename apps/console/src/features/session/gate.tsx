import { Button } from '@mantine/core'
import type { ReactElement, ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useSession } from '../../api/session.ts'
import { describeTrouble } from '../../parts/trouble.tsx'
import { ChangePasswordPage } from './change-password-page.tsx'
import { SignInPage } from './sign-in-page.tsx'
import { Threshold } from './threshold.tsx'

/** Lets in who is signed in and has a password of their own; the address stays, so that one arrives where one wanted to. */
export function Gate({ children }: { children: ReactNode }): ReactElement {
  const { t } = useTranslation()
  const session = useSession()
  if (session.data === undefined && session.error !== null) {
    return (
      <Threshold title={t('session.noServer')} lead={describeTrouble(t, session.error)}>
        <Button size="md" onClick={() => void session.refetch()}>
          {t('common.retry')}
        </Button>
      </Threshold>
    )
  }
  if (session.data === undefined) return <div aria-busy="true" />
  if (session.data === null) return <SignInPage />
  if (session.data.mustChangePassword) return <ChangePasswordPage user={session.data} />
  return <>{children}</>
}
