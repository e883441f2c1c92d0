import { Button, Group, Skeleton, Stack } from '@mantine/core'
import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { Trouble } from './trouble.tsx'

type Query<T> = { data: T | undefined; error: Error | null; refetch: () => Promise<unknown> }

/** Draws an answer of the server: its skeleton while it loads, what to do when it failed, else the answer. */
export function Loaded<T>({
  query,
  skeleton,
  children,
}: {
  query: Query<T>
  skeleton?: ReactElement
  children: (data: T) => ReactElement
}): ReactElement {
  const { t } = useTranslation()
  if (query.data !== undefined) return children(query.data)
  if (query.error === null) return skeleton ?? <Rows />
  return (
    <Stack align="flex-start">
      <Trouble error={query.error} />
      <Group>
        <Button variant="light" onClick={() => void query.refetch()}>
          {t('common.retry')}
        </Button>
      </Group>
    </Stack>
  )
}

function Rows(): ReactElement {
  const { t } = useTranslation()
  return (
    <Stack role="status" aria-label={t('common.loading')}>
      <Skeleton height={44} />
      <Skeleton height={44} />
      <Skeleton height={44} />
    </Stack>
  )
}
