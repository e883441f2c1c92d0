import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { usePolicy } from '../../api/policy.ts'
import { Loaded } from '../../parts/loaded.tsx'
import { Page } from '../../parts/page.tsx'
import { PolicyTable } from './policy-table.tsx'

/** The city's table of how alerts are handled. */
export function PolicyPage(): ReactElement {
  const { t } = useTranslation()
  const policy = usePolicy()
  if (policy.data !== undefined) return <PolicyTable inForce={policy.data} />
  return (
    <Page title={t('policy.title')} lead={t('policy.lead')}>
      <Loaded query={policy}>{() => <></>}</Loaded>
    </Page>
  )
}
