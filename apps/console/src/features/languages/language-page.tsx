import { type Language, type LanguageInReview } from '@akari/protocol'
import { Skeleton } from '@mantine/core'
import { IconArrowLeft } from '@tabler/icons-react'
import { type ReactElement, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, useParams } from 'react-router'
import { useLanguage } from '../../api/phrase-review.ts'
import { NotFoundPage } from '../../app/lost-pages.tsx'
import { Loaded } from '../../parts/loaded.tsx'
import { Page } from '../../parts/page.tsx'
import { isLanguage } from '../../parts/texts-in.ts'
import { HandOut } from './hand-out.tsx'
import { History } from './history.tsx'
import classes from './languages.module.css'
import list from './phrases.module.css'
import { PhraseFilter } from './phrase-filter.tsx'
import { PhraseList } from './phrase-list.tsx'
import { PhrasePreview } from './phrase-preview.tsx'
import { PrintSheet } from './print-sheet.tsx'
import { ReportList } from './report-list.tsx'
import { ReportPhrase } from './report-phrase.tsx'
import { type Filter, filtered } from './sections.ts'
import { Standing } from './standing.tsx'

/** One language: every phrase beside Japanese and English, who stands for it, and what was found wrong. */
export function LanguagePage(): ReactElement {
  const { language = null } = useParams()
  return isLanguage(language) ? <Opened language={language} /> : <NotFoundPage />
}

function Opened({ language }: { language: Language }): ReactElement {
  const { t } = useTranslation()
  return (
    <Page
      title={t(`languageIn.${language}`)}
      actions={
        <Link to="/languages" className={classes.back} data-testid="languages-back">
          <IconArrowLeft size={18} aria-hidden />
          {t('languages.back')}
        </Link>
      }
    >
      <Loaded query={useLanguage(language)} skeleton={<Skeleton height={560} />}>
        {(data) => <Review key={language} data={data} />}
      </Loaded>
    </Page>
  )
}

function Review({ data }: { data: LanguageInReview }): ReactElement {
  const { language } = data.review
  const [filter, setFilter] = useState<Filter>('all')
  const [search, setSearch] = useState('')
  const [previewed, setPreviewed] = useState<string | null>(null)
  const [reported, setReported] = useState<string | null>(null)
  const shown = filtered(data.phrases, data.reports, filter, search)
  const wrong = data.phrases.find(({ key }) => key === reported)
  return (
    <>
      <Standing data={data} />
      <ReportList language={language} reports={data.reports} onShow={setPreviewed} />
      <div className={list.bar}>
        <PhraseFilter filter={filter} onFilter={setFilter} search={search} onSearch={setSearch} data={data} />
        <HandOut language={language} phrases={shown} />
      </div>
      <PhraseList language={language} phrases={shown} onPreview={setPreviewed} onReport={setReported} />
      <History language={language} confirmations={data.confirmations} />
      {previewed !== null && (
        <PhrasePreview
          language={language}
          shown={shown}
          phrases={data.phrases}
          at={previewed}
          onMove={setPreviewed}
          onClose={() => setPreviewed(null)}
        />
      )}
      {wrong !== undefined && (
        <ReportPhrase
          language={language}
          phrase={wrong}
          holdable={data.review.state.is !== 'always'}
          onClose={() => setReported(null)}
        />
      )}
      <PrintSheet language={language} phrases={shown} />
    </>
  )
}
