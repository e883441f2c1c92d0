import type { LanguageInReview } from '@akari/protocol'
import { SegmentedControl } from '@mantine/core'
import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { SearchField } from '../../parts/search-field.tsx'
import classes from './phrases.module.css'
import type { Filter } from './sections.ts'

const FILTERS: readonly Filter[] = ['all', 'waiting', 'reported']

export function PhraseFilter({
  filter,
  onFilter,
  search,
  onSearch,
  data: { review },
}: {
  filter: Filter
  onFilter: (filter: Filter) => void
  search: string
  onSearch: (search: string) => void
  data: LanguageInReview
}): ReactElement {
  const { t } = useTranslation()
  const counts: Record<Filter, number> = {
    all: review.phrases + review.missing,
    waiting: review.waiting,
    reported: review.openReports,
  }
  return (
    <div className={classes.filter}>
      <SegmentedControl
        aria-label={t('languages.filter.label')}
        value={filter}
        onChange={(value) => onFilter(FILTERS.find((each) => each === value) ?? 'all')}
        data={FILTERS.map((value) => ({ value, label: `${t(`languages.filter.${value}`)} ${counts[value]}` }))}
        data-testid="phrase-filter"
      />
      <SearchField value={search} onChange={onSearch} label={t('languages.search')} />
    </div>
  )
}
