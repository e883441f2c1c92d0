import { Button } from '@mantine/core'
import { IconMapOff, IconMoodSad } from '@tabler/icons-react'
import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { Empty } from '../parts/empty.tsx'
import { Page } from '../parts/page.tsx'

/** An address that leads nowhere. */
export function NotFoundPage(): ReactElement {
  const { t } = useTranslation()
  return (
    <Page title={t('lost.title')}>
      <Empty icon={IconMapOff} title={t('lost.nothing')} hint={t('lost.hint')}>
        <Button component={Link} to="/">
          {t('lost.home')}
        </Button>
      </Empty>
    </Page>
  )
}

/** A page that failed while it was drawn: the rail stays usable. */
export function PageTrouble(): ReactElement {
  const { t } = useTranslation()
  return (
    <Page title={t('lost.broken')}>
      <Empty icon={IconMoodSad} title={t('lost.brokenTitle')} hint={t('lost.brokenHint')}>
        <Button onClick={() => window.location.reload()}>{t('lost.reload')}</Button>
      </Empty>
    </Page>
  )
}
