import type { EntryInput } from '@akari/protocol'
import { Loader, Stack, Title } from '@mantine/core'
import { type ReactElement, useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { useEntries } from '../../../api/content.ts'
import { useShownDisplays } from '../../../api/displays.ts'
import { useDisplayName } from '../../../parts/display-name.ts'
import { addDays, TIME_ZONE, toInstant, toLocal } from '../../../parts/local-time.ts'
import { useNow } from '../../../parts/use-now.ts'
import { ConflictList } from '../conflicts/conflict-list.tsx'
import { useConflicts } from '../conflicts/use-conflicts.ts'
import { useOfficeDays } from '../../../parts/use-office-days.ts'

const HOUR_MS = 3_600_000
const DAYS_AHEAD = 31
/** What an entry is called that has no id yet. */
const DRAFT = 'draft'

/** Whom the entry meets as it is written now: in a month from its first day, or from today where it has begun. */
export function DraftConflicts({
  input,
  editedId,
}: {
  input: EntryInput | null
  editedId: string | null
}): ReactElement | null {
  const { t } = useTranslation()
  const entries = useEntries().data
  const displays = useShownDisplays().data
  const days = useOfficeDays()
  const today = toLocal(useNow(HOUR_MS), TIME_ZONE).slice(0, 10)
  const id = editedId ?? DRAFT
  const written = input === null ? null : JSON.stringify(input)
  const question = useMemo(() => {
    if (written === null || input === null || entries === undefined || displays === undefined) return null
    const start = input.rule.start.slice(0, 10)
    const first = start > today ? start : today
    return {
      entries: [...entries.filter((entry) => entry.id !== id), { ...input, id }],
      displays,
      from: toInstant(`${first}T00:00`, TIME_ZONE),
      to: toInstant(`${addDays(first, DAYS_AHEAD)}T00:00`, TIME_ZONE),
      days,
      about: id,
    }
    // oxlint-disable-next-line react/exhaustive-deps -- `written` is `input`, the same as long as it says the same
  }, [written, entries, displays, days, today, id])
  const found = useConflicts(question)
  const nameOfDisplay = useDisplayName()
  if (question === null) return null
  return (
    <Stack gap="xs" component="section" aria-live="polite">
      <Title order={3}>{t('conflicts.title', { count: DAYS_AHEAD })}</Title>
      {found === null ? (
        <Loader size="sm" />
      ) : (
        <ConflictList found={found} entries={question.entries} about={id} nameOfDisplay={nameOfDisplay} />
      )}
    </Stack>
  )
}
