import type { AssetFolder } from '@akari/protocol'
import { Button, Group, Stack, TextInput } from '@mantine/core'
import { modals } from '@mantine/modals'
import { type ReactElement, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useDeleteFolder, useSaveFolder } from '../../api/library.ts'
import { ask } from '../../parts/ask.tsx'
import { Trouble } from '../../parts/trouble.tsx'
import { FolderSelect } from './folder-select.tsx'
import { withInner } from './library-filter.ts'

/** Makes, renames, moves and deletes folders, each in a small window. */
export function useFolderDialogs(folders: readonly AssetFolder[]) {
  const { t } = useTranslation()
  const remove = useDeleteFolder()
  return {
    create: (parentId: string | null, onMade: (id: string) => void): void =>
      open(t('library.newFolder'), (close) => (
        <NameForm folder={null} parentId={parentId} verb={t('library.create')} onDone={onMade} close={close} />
      )),
    rename: (folder: AssetFolder): void =>
      open(t('library.renameFolder'), (close) => (
        <NameForm folder={folder} parentId={folder.parentId} verb={t('library.rename')} close={close} />
      )),
    move: (folder: AssetFolder): void =>
      open(t('library.moveFolder'), (close) => <MoveForm folder={folder} folders={folders} close={close} />),
    remove: (folder: AssetFolder, onGone: () => void): void =>
      ask({
        title: t('library.deleteFolderTitle', { name: folder.name }),
        text: t('library.deleteFolderText'),
        yes: t('library.deleteFolder'),
        no: t('common.stop'),
        onYes: () => remove.mutate(folder.id, { onSuccess: onGone }),
      }),
  }
}

function open(title: string, form: (close: () => void) => ReactElement): void {
  const id = modals.open({ title, children: form(() => modals.close(id)) })
}

function NameForm({
  folder,
  parentId,
  verb,
  onDone,
  close,
}: {
  folder: AssetFolder | null
  parentId: string | null
  verb: string
  onDone?: (id: string) => void
  close: () => void
}): ReactElement {
  const { t } = useTranslation()
  const save = useSaveFolder()
  const [name, setName] = useState(folder?.name ?? '')
  const submit = (): void => {
    const input = { name: name.trim(), parentId, version: folder?.version ?? 0 }
    save.mutate(
      { id: folder?.id ?? null, folder: input },
      {
        onSuccess: ({ id }) => {
          close()
          onDone?.(id)
        },
      },
    )
  }
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        submit()
      }}
    >
      <Stack>
        <TextInput
          label={t('library.folderName')}
          value={name}
          maxLength={80}
          data-autofocus
          data-testid="folder-name"
          onChange={(event) => setName(event.currentTarget.value)}
        />
        <Trouble error={save.error} />
        <Buttons verb={verb} disabled={name.trim() === ''} loading={save.isPending} close={close} />
      </Stack>
    </form>
  )
}

function MoveForm({
  folder,
  folders,
  close,
}: {
  folder: AssetFolder
  folders: readonly AssetFolder[]
  close: () => void
}): ReactElement {
  const { t } = useTranslation()
  const save = useSaveFolder()
  const [parentId, setParentId] = useState(folder.parentId)
  const inside = withInner(folders, folder.id)
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        const { name, version } = folder
        save.mutate({ id: folder.id, folder: { name, parentId, version } }, { onSuccess: close })
      }}
    >
      <Stack>
        <FolderSelect folders={folders.filter(({ id }) => !inside.has(id))} value={parentId} onChange={setParentId} />
        <Trouble error={save.error} />
        <Buttons verb={t('library.move')} disabled={false} loading={save.isPending} close={close} />
      </Stack>
    </form>
  )
}

function Buttons({
  verb,
  disabled,
  loading,
  close,
}: {
  verb: string
  disabled: boolean
  loading: boolean
  close: () => void
}): ReactElement {
  const { t } = useTranslation()
  return (
    <Group justify="flex-end">
      <Button variant="default" onClick={close}>
        {t('common.stop')}
      </Button>
      <Button type="submit" disabled={disabled} loading={loading} data-testid="folder-submit">
        {verb}
      </Button>
    </Group>
  )
}
