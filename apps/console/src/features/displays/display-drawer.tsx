import type { DisplayView } from '@akari/protocol'
import { Button, Drawer, Group } from '@mantine/core'
import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { useAddDisplay, useChangeDisplay, useDisplays } from '../../api/displays.ts'
import { usePlaylists } from '../../api/content.ts'
import { newDisplayDraft } from '../../parts/display-profile/panels.ts'
import { useDrawerDraft } from '../../parts/use-drawer-draft.ts'
import { type DisplayDraft, ProfileForm } from '../../parts/display-profile/profile-form.tsx'

function draftOf(display: DisplayView | null): DisplayDraft {
  if (display === null) return newDisplayDraft(null)
  const { profile, groups, tags, defaultPlaylistId, canary = false } = display
  return { profile, groups, tags, defaultPlaylistId, canary }
}

/** Adds a display (`display` null) or changes one. */
export function DisplayDrawer({
  display,
  onClose,
}: {
  display: DisplayView | null
  onClose: () => void
}): ReactElement {
  const { t } = useTranslation()
  const add = useAddDisplay()
  const change = useChangeDisplay()
  const playlists = usePlaylists().data ?? []
  const displays = useDisplays().data ?? []
  const groups = [...new Set(displays.flatMap((each) => each.groups))]
  const tags = [...new Set(displays.flatMap((each) => each.tags))]
  const { draft, setDraft, close } = useDrawerDraft({
    begin: () => draftOf(display),
    saving: add.isPending || change.isPending,
    onClose,
  })
  const save = (): void => {
    if (display === null) add.mutate(draft, { onSuccess: onClose })
    else change.mutate({ id: display.id, patch: draft }, { onSuccess: onClose })
  }
  return (
    <Drawer opened onClose={close} size="lg" title={display === null ? t('displays.add') : t('displays.edit')}>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          save()
        }}
      >
        <ProfileForm draft={draft} onChange={setDraft} playlists={playlists} groups={groups} tags={tags} />
        <Group justify="flex-end" mt="xl">
          <Button variant="default" onClick={close}>
            {t('common.stop')}
          </Button>
          <Button type="submit" loading={add.isPending || change.isPending} data-testid="display-save">
            {t('common.save')}
          </Button>
        </Group>
      </form>
    </Drawer>
  )
}
