import type { AssetFolder, AssetView } from '@akari/protocol'
import { Button, Group, Modal, Stack, TagsInput } from '@mantine/core'
import { IconFolderSymlink, IconTag, IconTrash, IconX } from '@tabler/icons-react'
import { type ReactElement, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { FolderSelect } from './folder-select.tsx'
import { tagsOf } from './library-filter.ts'
import type { LibraryActions } from './use-library-actions.tsx'
import classes from './assets.module.css'

type Props = {
  selected: readonly AssetView[]
  folders: readonly AssetFolder[]
  tags: readonly string[]
  actions: LibraryActions
  onAll: () => void
  onClear: () => void
}

/** What can be done with the assets that are selected. */
export function SelectionBar({ selected, folders, tags, actions, onAll, onClear }: Props): ReactElement | null {
  const { t } = useTranslation()
  const [dialog, setDialog] = useState<'move' | 'tag' | null>(null)
  if (selected.length === 0) return null
  const count = selected.length
  const done = (): void => {
    setDialog(null)
    onClear()
  }
  return (
    <div className={classes.selection} role="toolbar" aria-label={t('library.selected', { count })}>
      <strong aria-live="polite">{t('library.selected', { count })}</strong>
      <Group gap="xs">
        <Button size="xs" variant="white" onClick={onAll}>
          {t('library.selectAll')}
        </Button>
        <Button
          size="xs"
          variant="white"
          leftSection={<IconFolderSymlink size={16} />}
          data-testid="selection-move"
          onClick={() => setDialog('move')}
        >
          {t('library.move')}
        </Button>
        <Button size="xs" variant="white" leftSection={<IconTag size={16} />} onClick={() => setDialog('tag')}>
          {t('library.addTags')}
        </Button>
        <Button
          size="xs"
          variant="white"
          color="vermilion"
          leftSection={<IconTrash size={16} />}
          data-testid="selection-delete"
          onClick={() => {
            actions.remove(selected)
            onClear()
          }}
        >
          {t('assets.delete')}
        </Button>
        <Button size="xs" variant="subtle" c="white" leftSection={<IconX size={16} />} onClick={onClear}>
          {t('library.clearSelection')}
        </Button>
      </Group>
      <Modal opened={dialog === 'move'} onClose={() => setDialog(null)} title={t('library.moveTitle', { count })}>
        <MoveForm
          folders={folders}
          onMove={(folderId) => {
            actions.move(selected, folderId)
            done()
          }}
        />
      </Modal>
      <Modal opened={dialog === 'tag'} onClose={() => setDialog(null)} title={t('library.tagTitle', { count })}>
        <TagForm
          known={tags}
          present={tagsOf(selected)}
          onTag={(add, remove) => {
            actions.tag(selected, add, remove)
            done()
          }}
        />
      </Modal>
    </div>
  )
}

function MoveForm({
  folders,
  onMove,
}: {
  folders: readonly AssetFolder[]
  onMove: (folderId: string | null) => void
}): ReactElement {
  const { t } = useTranslation()
  const [folderId, setFolderId] = useState<string | null>(null)
  return (
    <Stack>
      <FolderSelect folders={folders} value={folderId} onChange={setFolderId} />
      <Group justify="flex-end">
        <Button onClick={() => onMove(folderId)} data-testid="move-submit">
          {t('library.move')}
        </Button>
      </Group>
    </Stack>
  )
}

function TagForm({
  known,
  present,
  onTag,
}: {
  known: readonly string[]
  present: readonly string[]
  onTag: (add: string[], remove: string[]) => void
}): ReactElement {
  const { t } = useTranslation()
  const [add, setAdd] = useState<string[]>([])
  const [remove, setRemove] = useState<string[]>([])
  return (
    <Stack>
      <TagsInput
        label={t('library.tagAdd')}
        description={t('library.tagHint')}
        data={[...known]}
        value={add}
        onChange={setAdd}
        maxTags={30}
      />
      {present.length > 0 && (
        <TagsInput label={t('library.tagRemove')} data={[...present]} value={remove} onChange={setRemove} />
      )}
      <Group justify="flex-end">
        <Button disabled={add.length + remove.length === 0} onClick={() => onTag(add, remove)}>
          {t('library.apply')}
        </Button>
      </Group>
    </Stack>
  )
}
