import { MultiSelect, SegmentedControl, Select } from '@mantine/core'
import { IconArrowsSort, IconFilter, IconTag } from '@tabler/icons-react'
import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { SearchField } from '../../parts/search-field.tsx'
import { FILTERS, KINDS, type Query, SORTS } from './library-filter.ts'
import classes from './assets.module.css'

/** What is shown, and in which order. */
export function LibraryToolbar({
  query,
  onChange,
  tags,
}: {
  query: Query
  onChange: (query: Query) => void
  tags: readonly string[]
}): ReactElement {
  const { t } = useTranslation()
  return (
    <div className={classes.toolbar} role="search">
      <SearchField
        value={query.search}
        onChange={(search) => onChange({ ...query, search })}
        label={t('library.search')}
      />
      <SegmentedControl
        aria-label={t('library.kindLabel')}
        value={query.kind}
        onChange={(next) => onChange({ ...query, kind: KINDS.find((each) => each === next) ?? 'all' })}
        data={KINDS.map((each) => ({ value: each, label: t(`assets.kind.${each}`) }))}
      />
      <MultiSelect
        aria-label={t('library.filter.label')}
        placeholder={query.filters.length === 0 ? t('library.filter.label') : ''}
        leftSection={<IconFilter size={16} aria-hidden />}
        data={FILTERS.map((each) => ({ value: each, label: t(`library.filter.${each}`) }))}
        value={[...query.filters]}
        onChange={(next) => onChange({ ...query, filters: FILTERS.filter((each) => next.includes(each)) })}
        clearable
        maw={260}
        miw={160}
      />
      {tags.length > 0 && (
        <Select
          aria-label={t('library.tag')}
          placeholder={t('library.allTags')}
          leftSection={<IconTag size={16} aria-hidden />}
          data={[...tags]}
          value={query.tag}
          onChange={(tag) => onChange({ ...query, tag })}
          clearable
          searchable
          w={170}
        />
      )}
      <Select
        aria-label={t('library.sort.label')}
        leftSection={<IconArrowsSort size={16} aria-hidden />}
        data={SORTS.map((each) => ({ value: each, label: t(`library.sort.${each}`) }))}
        value={query.sort}
        onChange={(next) => onChange({ ...query, sort: SORTS.find((each) => each === next) ?? 'newest' })}
        allowDeselect={false}
        w={175}
      />
    </div>
  )
}
