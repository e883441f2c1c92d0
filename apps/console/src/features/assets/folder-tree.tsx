import type { AssetFolder, AssetView } from '@akari/protocol'
import { ActionIcon, Menu, UnstyledButton } from '@mantine/core'
import {
  IconDots,
  IconFolder,
  IconFolderPlus,
  IconFolderSymlink,
  IconInbox,
  IconPencil,
  IconPhoto,
  IconTrash,
} from '@tabler/icons-react'
import { type ReactElement, type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useMay } from '../../api/session.ts'
import { draggedAssets } from './dragged-assets.ts'
import { useFolderDialogs } from './folder-dialogs.tsx'
import { withInner } from './library-filter.ts'
import classes from './folders.module.css'

type Props = {
  folders: readonly AssetFolder[]
  assets: readonly AssetView[]
  binned: number
  place: string
  onPlace: (place: string) => void
  onDropAssets: (ids: readonly string[], folderId: string | null) => void
}

/** The places of the library: everything, loose files, folders in folders, the bin. Assets can be dropped on them. */
export function FolderTree(props: Props): ReactElement {
  const { t } = useTranslation()
  const { folders, assets, binned, place, onPlace, onDropAssets } = props
  const dialogs = useFolderDialogs(folders)
  const mayChange = useMay('content')
  const own = assets.filter(({ variantOf }) => variantOf === null)
  const loose = own.filter(({ folderId }) => folderId === null).length
  const at = (id: string) => ({ current: place === id, onOpen: () => onPlace(id) })
  return (
    <nav className={classes.tree} aria-label={t('library.folders')}>
      <ul>
        <Row {...at('all')} icon={<IconPhoto size={18} aria-hidden />} name={t('library.all')} count={own.length} />
        <Row
          {...at('loose')}
          icon={<IconInbox size={18} aria-hidden />}
          name={t('library.loose')}
          count={loose}
          onDrop={(ids) => onDropAssets(ids, null)}
        />
      </ul>
      <div className={classes.head}>
        <h2>{t('library.folders')}</h2>
        {mayChange && (
          <ActionIcon
            variant="subtle"
            aria-label={t('library.newFolder')}
            data-testid="folder-new"
            onClick={() => dialogs.create(null, onPlace)}
          >
            <IconFolderPlus size={18} />
          </ActionIcon>
        )}
      </div>
      <ul>
        <Level {...props} own={own} parentId={null} dialogs={dialogs} />
      </ul>
      <ul className={classes.bin}>
        <Row {...at('bin')} icon={<IconTrash size={18} aria-hidden />} name={t('library.bin')} count={binned} />
      </ul>
    </nav>
  )
}

type LevelProps = Props & {
  own: readonly AssetView[]
  parentId: string | null
  dialogs: ReturnType<typeof useFolderDialogs>
}

function Level(props: LevelProps): ReactElement {
  const { folders, own, parentId, place, onPlace, onDropAssets, dialogs } = props
  const inside = folders.filter((folder) => folder.parentId === parentId)
  const mayChange = useMay('content')
  return (
    <>
      {inside.map((folder) => {
        const ids = withInner(folders, folder.id)
        return (
          <Row
            key={folder.id}
            current={place === folder.id}
            onOpen={() => onPlace(folder.id)}
            icon={<IconFolder size={18} aria-hidden />}
            name={folder.name}
            count={own.filter(({ folderId }) => folderId !== null && ids.has(folderId)).length}
            onDrop={(dropped) => onDropAssets(dropped, folder.id)}
            menu={mayChange && <FolderMenu folder={folder} dialogs={dialogs} onPlace={onPlace} />}
          >
            {folders.some((each) => each.parentId === folder.id) && (
              <ul>
                <Level {...props} parentId={folder.id} />
              </ul>
            )}
          </Row>
        )
      })}
    </>
  )
}

function Row({
  icon,
  name,
  count,
  current,
  onOpen,
  onDrop,
  menu,
  children,
}: {
  icon: ReactElement
  name: string
  count: number
  current: boolean
  onOpen: () => void
  onDrop?: (ids: readonly string[]) => void
  menu?: ReactNode
  children?: ReactNode
}): ReactElement {
  const [over, setOver] = useState(false)
  const accepts = onDrop !== undefined
  return (
    <li>
      <div
        className={classes.row}
        data-current={current || undefined}
        data-over={over || undefined}
        onDragOver={(event) => {
          if (!accepts || !draggedAssets.isIn(event.dataTransfer)) return
          event.preventDefault()
          setOver(true)
        }}
        onDragLeave={() => setOver(false)}
        onDrop={(event) => {
          setOver(false)
          const ids = draggedAssets.from(event.dataTransfer)
          if (!accepts || ids.length === 0) return
          event.preventDefault()
          onDrop(ids)
        }}
      >
        <UnstyledButton className={classes.place ?? ''} onClick={onOpen} aria-current={current ? 'true' : undefined}>
          {icon}
          <span className={classes.name}>{name}</span>
          <span className="numbers">{count}</span>
        </UnstyledButton>
        {menu}
      </div>
      {children}
    </li>
  )
}

function FolderMenu({
  folder,
  dialogs,
  onPlace,
}: {
  folder: AssetFolder
  dialogs: ReturnType<typeof useFolderDialogs>
  onPlace: (place: string) => void
}): ReactElement {
  const { t } = useTranslation()
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <ActionIcon variant="subtle" color="gray" size="sm" aria-label={t('library.folderMenu', { name: folder.name })}>
          <IconDots size={16} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item leftSection={<IconFolderPlus size={16} />} onClick={() => dialogs.create(folder.id, onPlace)}>
          {t('library.newFolderIn')}
        </Menu.Item>
        <Menu.Item leftSection={<IconPencil size={16} />} onClick={() => dialogs.rename(folder)}>
          {t('library.renameFolder')}
        </Menu.Item>
        <Menu.Item leftSection={<IconFolderSymlink size={16} />} onClick={() => dialogs.move(folder)}>
          {t('library.moveFolder')}
        </Menu.Item>
        <Menu.Item
          color="vermilion"
          leftSection={<IconTrash size={16} />}
          onClick={() => dialogs.remove(folder, () => onPlace(folder.parentId ?? 'all'))}
        >
          {t('library.deleteFolder')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  )
}
