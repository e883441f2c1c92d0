import type { LanguageReview } from '@akari/protocol'
import { Skeleton } from '@mantine/core'
import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { useLanguages } from '../../api/phrase-review.ts'
import { Loaded } from '../../parts/loaded.tsx'
import { Page } from '../../parts/page.tsx'
import { LanguageTable } from './language-table.tsx'
import { Why } from './why.tsx'

/** The languages of the emergency texts: which of them real alerts speak, by whose word, and what waits. */
export function LanguagesPage(): ReactElement {
  const { t } = useTranslation()
  return (
    <Page title={t('languages.title')} lead={t('languages.lead')}>
      <Why />
      <Loaded query={useLanguages()} skeleton={<Skeleton height={520} />}>
        {(all) => (
          <>
            <p data-testid="languages-count">
              <b>{t('languages.count', { allowed: all.filter(isAllowed).length, all: all.length })}</b>
            </p>
            <LanguageTable languages={all} />
          </>
        )}
      </Loaded>
    </Page>
  )
}

function isAllowed({ state }: LanguageReview): boolean {
  return state.is === 'always' || state.is === 'confirmed'
}
