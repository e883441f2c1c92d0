import type { FeedKind } from '@akari/protocol'
import { Select } from '@mantine/core'
import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { useFeeds } from '../../api/feeds.ts'

/** A source of one kind. */
export function FeedSelect({
  kind,
  value,
  onChange,
}: {
  kind: FeedKind
  value: string
  onChange: (feedId: string) => void
}): ReactElement {
  const { t } = useTranslation()
  const feeds = (useFeeds().data ?? []).filter(({ source }) => source.kind === kind)
  const gone = value !== '' && !feeds.some(({ id }) => id === value)
  return (
    <Select
      id="board-feed"
      label={t('boards.field.feed')}
      placeholder={t('boards.chooseFeed')}
      error={gone ? t('boards.feedGone') : undefined}
      allowDeselect={false}
      value={value === '' ? null : value}
      data={feeds.map(({ id, name }) => ({ value: id, label: name }))}
      onChange={(feedId) => feedId !== null && onChange(feedId)}
      data-testid="board-feed"
    />
  )
}
