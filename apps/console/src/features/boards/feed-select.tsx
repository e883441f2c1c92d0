import type { FeedKind } from '@akari/protocol'
import { Select } from '@mantine/core'
import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { useFeeds } from '../../api/feeds.ts'

/** A source of one kind. `nth`: which of several on the board, from 0. */
export function FeedSelect({
  kind,
  nth = 0,
  value,
  onChange,
}: {
  kind: FeedKind
  nth?: number
  value: string
  onChange: (feedId: string) => void
}): ReactElement {
  const { t } = useTranslation()
  const feeds = (useFeeds().data ?? []).filter(({ source }) => source.kind === kind)
  const gone = value !== '' && !feeds.some(({ id }) => id === value)
  return (
    <Select
      id={nth === 0 ? 'board-feed' : `board-feed-${nth}`}
      label={t('boards.field.feed')}
      placeholder={t('boards.chooseFeed')}
      error={gone ? t('boards.feedGone') : undefined}
      allowDeselect={false}
      value={value === '' ? null : value}
      data={feeds.map(({ id, name }) => ({ value: id, label: name }))}
      onChange={(feedId) => feedId !== null && onChange(feedId)}
      data-testid={nth === 0 ? 'board-feed' : `board-feed-${nth}`}
    />
  )
}
