import type { AssetView } from '@akari/protocol'
import { SegmentedControl } from '@mantine/core'
import { IconPhotoPlus } from '@tabler/icons-react'
import { type ReactElement, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useAssets } from '../../api/content.ts'
import { useMay } from '../../api/session.ts'
import { Empty } from '../../parts/empty.tsx'
import { Loaded } from '../../parts/loaded.tsx'
import { matches } from '../../parts/matching.ts'
import { Page } from '../../parts/page.tsx'
import { SearchField } from '../../parts/search-field.tsx'
import { everyLanguage } from '../../parts/texts-in.ts'
import { AssetCard } from './asset-card.tsx'
import { AssetDrawer } from './asset-drawer.tsx'
import { DropField, UploadButton } from './drop-field.tsx'
import { UploadPanel } from './upload-panel.tsx'
import { useUploads } from './use-uploads.ts'
import classes from './assets.module.css'

const KINDS = ['all', 'image', 'video', 'venue'] as const
type Kind = (typeof KINDS)[number]

/** The library: everything that can be put into a playlist. */
export function AssetsPage(): ReactElement {
  const { t } = useTranslation()
  const assets = useAssets()
  const uploads = useUploads()
  const mayChange = useMay('content')
  const [search, setSearch] = useState('')
  const [kind, setKind] = useState<Kind>('all')
  const [openId, setOpenId] = useState<string | null>(null)
  const open = assets.data?.find((asset) => asset.id === openId)
  const chosen = (asset: AssetView): boolean =>
    asset.variantOf === null &&
    (kind === 'all' || asset.kind === kind) &&
    matches(search, [...everyLanguage(asset.title), asset.filename])
  const page = (
    <Page
      title={t('assets.title')}
      lead={t('assets.lead')}
      actions={
        <>
          <SearchField value={search} onChange={setSearch} label={t('assets.search')} />
          <SegmentedControl
            value={kind}
            onChange={(next) => setKind(KINDS.find((each) => each === next) ?? 'all')}
            data={KINDS.map((each) => ({ value: each, label: t(`assets.kind.${each}`) }))}
          />
          {mayChange && <UploadButton onFiles={uploads.add} />}
        </>
      }
    >
      <UploadPanel uploads={uploads} />
      <Loaded query={assets}>
        {(all) =>
          all.length === 0 ? (
            <Empty icon={IconPhotoPlus} title={t('assets.emptyTitle')} hint={t('assets.emptyHint')} />
          ) : (
            <AssetGrid assets={all.filter(chosen)} onOpen={setOpenId} />
          )
        }
      </Loaded>
      {open !== undefined && <AssetDrawer asset={open} all={assets.data ?? []} onClose={() => setOpenId(null)} />}
    </Page>
  )
  return mayChange ? <DropField onFiles={uploads.add}>{page}</DropField> : page
}

function AssetGrid({ assets, onOpen }: { assets: readonly AssetView[]; onOpen: (id: string) => void }): ReactElement {
  const { t } = useTranslation()
  if (assets.length === 0) return <p className={classes.none}>{t('assets.noneFound')}</p>
  return (
    <ul className={classes.grid}>
      {assets.map((asset) => (
        <AssetCard key={asset.id} asset={asset} onOpen={() => onOpen(asset.id)} />
      ))}
    </ul>
  )
}
