import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { CouncilNav } from '../../parts/council-nav.tsx'
import { Page } from '../../parts/page.tsx'
import { StreamsEditor } from '../../parts/streams/streams-editor.tsx'

/** 中継: the live streams, how they are delivered, and what shows them. */
export function StreamsPage(): ReactElement {
  const { t } = useTranslation()
  return (
    <Page title={t('streams.title')} lead={t('streams.lead')}>
      <CouncilNav />
      <StreamsEditor />
    </Page>
  )
}
