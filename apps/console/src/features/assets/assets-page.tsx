import type { AssetFolder, AssetView, MediaJob } from '@akari/protocol'
import { Button } from '@mantine/core'
import { IconFolderOpen, IconPhotoPlus } from '@tabler/icons-react'
import { type ReactElement, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useSearchParams } from 'react-router'
import { useAssets } from '../../api/content.ts'
import { useBin, useFolders, useMediaJobs } from '../../api/library.ts'
import { useMay } from '../../api/session.ts'
import { Empty } from '../../parts/empty.tsx'
import { Loaded } from '../../parts/loaded.tsx'
import { Page } from '../../parts/page.tsx'
import { AssetCard } from './asset-card.tsx'
import { AssetDrawer } from './asset-drawer.tsx'
import { BinView } from './bin-view.tsx'
import { DropField, UploadButton } from '../../parts/uploads/drop-field.tsx'
import { FolderTree } from './folder-tree.tsx'
import { JobPanel } from './job-panel.tsx'
import { EVERYTHING, found, type Query, tagsOf } from './library-filter.ts'
import { LibraryToolbar } from './library-toolbar.tsx'
import { MissingTools } from './missing-tools.tsx'
import { SelectionBar } from './selection-bar.tsx'
import { UploadPanel } from '../../parts/uploads/upload-panel.tsx'
import { useLibraryActions } from './use-library-actions.tsx'
import { useSelection } from './use-selection.ts'
import { useUploads } from '../../parts/uploads/use-uploads.ts'
import classes from './assets.module.css'

/** The library: everything that can be put into a playlist, in folders, found by word, tag and state. */
export function AssetsPage(): ReactElement {
  const { t } = useTranslation()
  const assets = useAssets()
  const folders = useFolders()
  const bin = useBin()
  const mayChange = useMay('content')
  const actions = useLibraryActions()
  const [query, setQuery] = useState(EVERYTHING)
  const [params, setParams] = useSearchParams()
  const openId = params.get('asset')
  const setOpen = (id: string | null): void => setParams(id === null ? {} : { asset: id }, { replace: true })
  const all = assets.data ?? []
  const tree = folders.data ?? []
  const place =
    query.place === 'bin' || tree.some(({ id }) => id === query.place) || isFixed(query.place) ? query.place : 'all'
  const folderId = tree.some(({ id }) => id === place) ? place : null
  const uploads = useUploads(tree, folderId)
  const open = all.find((asset) => asset.id === openId)
  const page = (
    <Page
      title={t('assets.title')}
      lead={t('assets.lead')}
      actions={mayChange && <UploadButton onFiles={uploads.add} />}
    >
      <UploadPanel uploads={uploads} onOpen={setOpen} />
      <JobPanel onFolder={(id) => setQuery({ ...EVERYTHING, place: id, sort: 'title' })} />
      <div className={classes.library}>
        <FolderTree
          folders={tree}
          assets={all}
          binned={bin.data?.length ?? 0}
          place={place}
          onPlace={(next) => setQuery({ ...query, place: next })}
          onDropAssets={(ids, to) =>
            actions.move(
              all.filter(({ id }) => ids.includes(id)),
              to,
            )
          }
        />
        <div className={classes.shelf}>
          {place === 'bin' ? (
            <Loaded query={bin}>{(binned) => <BinView assets={binned} onRestore={actions.restore} />}</Loaded>
          ) : (
            <Loaded query={assets}>
              {(loaded) => (
                <Shelf
                  all={loaded}
                  folders={tree}
                  query={{ ...query, place }}
                  onQuery={setQuery}
                  onOpen={setOpen}
                  actions={actions}
                />
              )}
            </Loaded>
          )}
        </div>
      </div>
      {mayChange && <MissingTools />}
      {open !== undefined && (
        <AssetDrawer
          key={open.id}
          asset={open}
          all={all}
          folders={tree}
          actions={actions}
          onClose={() => setOpen(null)}
          onOpen={setOpen}
        />
      )}
    </Page>
  )
  return mayChange ? (
    <DropField onFiles={uploads.add} hint={t('assets.dropHere')}>
      {page}
    </DropField>
  ) : (
    page
  )
}

function isFixed(place: string): boolean {
  return place === 'all' || place === 'loose'
}

type ShelfProps = {
  all: readonly AssetView[]
  folders: readonly AssetFolder[]
  query: Query
  onQuery: (query: Query) => void
  onOpen: (id: string) => void
  actions: ReturnType<typeof useLibraryActions>
}

function Shelf({ all, folders, query, onQuery, onOpen, actions }: ShelfProps): ReactElement {
  const { t } = useTranslation()
  const jobs = useMediaJobs()
  const mayChange = useMay('content')
  const [now] = useState(() => new Date())
  const shown = found(all, folders, query, now)
  const selection = useSelection(shown.map(({ id }) => id))
  const selected = shown.filter(({ id }) => selection.has(id))
  const jobOf = (id: string): MediaJob | undefined => jobs.data?.find(({ assetId }) => assetId === id)
  if (all.length === 0)
    return <Empty icon={IconPhotoPlus} title={t('assets.emptyTitle')} hint={t('assets.emptyHint')} />
  return (
    <>
      <LibraryToolbar query={query} onChange={onQuery} tags={tagsOf(all)} />
      <p className={classes.none} role="status">
        {t('library.count', { count: shown.length })}
      </p>
      {shown.length === 0 && <NothingHere query={query} onQuery={onQuery} />}
      <ul className={classes.grid}>
        {shown.map((asset) => (
          <AssetCard
            key={asset.id}
            asset={asset}
            job={jobOf(asset.id)}
            now={now}
            selected={selection.has(asset.id)}
            dragged={selection.has(asset.id) ? selected.map(({ id }) => id) : [asset.id]}
            onOpen={() => onOpen(asset.id)}
            onSelect={mayChange ? (withRange) => selection.toggle(asset.id, withRange) : null}
          />
        ))}
      </ul>
      <SelectionBar
        selected={selected}
        folders={folders}
        tags={tagsOf(all)}
        actions={actions}
        onAll={selection.all}
        onClear={selection.clear}
      />
    </>
  )
}

function NothingHere({ query, onQuery }: { query: Query; onQuery: (query: Query) => void }): ReactElement {
  const { t } = useTranslation()
  const isPlain = query.search === '' && query.filters.length === 0 && query.tag === null && query.kind === 'all'
  if (isPlain)
    return <Empty icon={IconFolderOpen} title={t('library.folderEmptyTitle')} hint={t('library.folderEmptyHint')} />
  return (
    <Empty icon={IconFolderOpen} title={t('assets.noneFound')} hint="">
      <Button variant="light" onClick={() => onQuery({ ...EVERYTHING, place: query.place })}>
        {t('library.clearFilters')}
      </Button>
    </Empty>
  )
}
