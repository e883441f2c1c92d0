import { checkRule, ruleContext } from '@akari/programme'
import type { EntryInput, EntryView } from '@akari/protocol'
import { Alert, Button, Drawer, Group, Stack, Text } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { type ReactElement, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { usePlaylists, useSaveEntry } from '../../../api/content.ts'
import { isOvertaken } from '../../../api/problem.ts'
import { Trouble } from '../../../parts/trouble.tsx'
import { useDrawerDraft } from '../../../parts/use-drawer-draft.ts'
import { useOfficeDays } from '../../../parts/use-office-days.ts'
import { draftOf, type EntryDraft, inputOfDraft, type Opened } from './draft.ts'
import { DraftConflicts } from './draft-conflicts.tsx'
import { MergeDialog } from './merge-dialog.tsx'
import { HowSection } from './how-section.tsx'
import { WhatSection } from './what-section.tsx'
import { WhenSection } from './when-section.tsx'

/** Where the drawer says that the sentence keeps it from saving. */
const UNREAD = 'entry-unread'

/** Makes or changes a schedule entry: what, where, when, how important, and whom it meets. */
export function EntryDrawer({ opened, onClose }: { opened: Opened; onClose: () => void }): ReactElement {
  const { t } = useTranslation()
  const playlists = usePlaylists().data ?? []
  const { calendar, dayparts } = useOfficeDays()
  const save = useSaveEntry()
  const { base, draft, setDraft, close } = useDrawerDraft({
    begin: () => draftOf(opened),
    saving: save.isPending,
    onClose,
  })
  const [merging, setMerging] = useState(false)
  const editedId = 'entry' in opened ? opened.entry.id : null
  const inputOf = (from: EntryDraft): EntryInput | null =>
    inputOfDraft(from, playlists.find(({ id }) => id === from.playlistId)?.name)
  const input = inputOf(draft)
  const context = ruleContext({ calendar, ...(dayparts && { dayparts }) })
  const checked = input === null ? null : checkRule(input.rule, context)
  const submit = (entry: EntryInput | null, id: string | null): void => {
    if (entry === null) return
    save.mutate(
      { id, entry },
      {
        onSuccess: ({ name }: EntryView) => {
          notifications.show({ color: 'zelkova', message: t('schedule.saved', { name }) })
          onClose()
        },
        onError: (error) => setMerging(id !== null && isOvertaken(error)),
      },
    )
  }
  return (
    <Drawer opened onClose={close} size="xl" title={editedId === null ? t('schedule.new') : t('schedule.edit')}>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          submit(input, editedId)
        }}
      >
        <Stack gap="xl">
          <Trouble error={isOvertaken(save.error) ? null : save.error} />
          <WhatSection draft={draft} onChange={setDraft} />
          <WhenSection draft={draft} onChange={setDraft} />
          {checked?.ok === false && <Alert color="amber">{t('schedule.never')}</Alert>}
          <HowSection draft={draft} onChange={setDraft} />
          <DraftConflicts input={checked?.ok === true ? input : null} editedId={editedId} />
          <Group justify="flex-end">
            {draft.unread !== null && (
              <Text size="sm" c="vermilion.8" role="status" id={UNREAD} data-testid="entry-unread">
                {t('entry.unreadStops')}
              </Text>
            )}
            <Button variant="default" onClick={close}>
              {t('common.stop')}
            </Button>
            <Button
              type="submit"
              disabled={input === null}
              aria-describedby={draft.unread === null ? undefined : UNREAD}
              loading={save.isPending}
              data-testid="entry-save"
            >
              {t('common.save')}
            </Button>
          </Group>
        </Stack>
      </form>
      {merging && editedId !== null && (
        <MergeDialog
          entryId={editedId}
          base={base}
          mine={draft}
          onClose={() => setMerging(false)}
          onSave={(merged, asNew) => {
            setMerging(false)
            setDraft(merged)
            submit(inputOf(merged), asNew ? null : editedId)
          }}
        />
      )}
    </Drawer>
  )
}
