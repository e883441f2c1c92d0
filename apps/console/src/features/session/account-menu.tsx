import { Menu, UnstyledButton } from '@mantine/core'
import { IconLogout, IconSparkles } from '@tabler/icons-react'
import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { useGuide, useShowGuide } from '../../api/guide.ts'
import { useSession, useSignOut } from '../../api/session.ts'
import classes from './account-menu.module.css'
import { LanguageSwitch } from './language-switch.tsx'

/** Brings the first-run guide back, or puts it away; for those who compose. */
function GuideItem(): ReactElement | null {
  const { t } = useTranslation()
  const guide = useGuide().data
  const show = useShowGuide()
  if (guide === undefined) return null
  return (
    <Menu.Item
      leftSection={<IconSparkles size={18} />}
      onClick={() => show.mutate(!guide.putAway)}
      data-testid="guide-toggle"
    >
      {t(guide.putAway ? 'guide.show' : 'guide.hide')}
    </Menu.Item>
  )
}

/** Who is signed in, the language, and the way out. */
export function AccountMenu(): ReactElement {
  const { t } = useTranslation()
  const user = useSession().data
  const signOut = useSignOut()
  return (
    <>
      <LanguageSwitch dark />
      {user !== null && user !== undefined && (
        <Menu position="top-start" width={220}>
          <Menu.Target>
            <UnstyledButton className={classes.account ?? ''} data-testid="account-menu">
              <span className={classes.initial} aria-hidden>
                {user.name.slice(0, 1)}
              </span>
              <span className={classes.who}>
                <b>{user.name}</b>
                <small>{t(`role.${user.role}`)}</small>
              </span>
            </UnstyledButton>
          </Menu.Target>
          <Menu.Dropdown>
            <Menu.Label>{user.username}</Menu.Label>
            <GuideItem />
            <Menu.Item
              leftSection={<IconLogout size={18} />}
              onClick={() => signOut.mutate(undefined)}
              data-testid="sign-out"
            >
              {t('session.signOut')}
            </Menu.Item>
          </Menu.Dropdown>
        </Menu>
      )}
    </>
  )
}
