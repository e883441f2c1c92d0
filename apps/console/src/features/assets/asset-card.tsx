import type { AssetView } from '@akari/protocol'
import { UnstyledButton } from '@mantine/core'
import { IconLanguage } from '@tabler/icons-react'
import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { AssetPicture } from '../../parts/asset-picture.tsx'
import { useTextIn } from '../../parts/texts-in.ts'
import { asDuration } from '../../parts/when.ts'
import { AssetPreview } from './asset-preview.tsx'
import classes from './assets.module.css'

/** What is worth knowing of a file at a glance: size in pixels, or length, or number of levels. */
function useMeasure(): (asset: AssetView) => string {
  const { t } = useTranslation()
  return (asset) => {
    switch (asset.kind) {
      case 'venue':
        return t('assets.levels', { count: asset.levels.length })
      case 'video':
        return asset.durationMs === null ? t('assets.unprobed') : asDuration(asset.durationMs / 1000)
      case 'image':
        return asset.width === null || asset.height === null ? '' : `${asset.width}×${asset.height}`
    }
  }
}

/** One media file of the library. */
export function AssetCard({ asset, onOpen }: { asset: AssetView; onOpen: () => void }): ReactElement {
  const { t } = useTranslation()
  const textIn = useTextIn()
  const measure = useMeasure()
  return (
    <li>
      <UnstyledButton className={classes.card ?? ''} onClick={onOpen} data-testid={`asset-${asset.id}`}>
        {asset.kind === 'venue' ? <AssetPreview asset={asset} all={[asset]} /> : <AssetPicture asset={asset} />}
        <span className={classes.cardTitle}>{textIn(asset.title)}</span>
        <span className={classes.cardFacts}>
          <span>{t(`assets.kind.${asset.kind}`)}</span>
          <span className="numbers">{measure(asset)}</span>
          {asset.variants.length > 0 && (
            <span
              title={asset.variants.map(({ language }) => t(`language.${language}`)).join(t('common.listSeparator'))}
            >
              <IconLanguage size={15} aria-hidden /> {t('assets.languages', { count: asset.variants.length + 1 })}
            </span>
          )}
          <span className={classes.cardUse}>
            {asset.usedIn.length === 0 ? t('assets.unused') : t('assets.used', { count: asset.usedIn.length })}
          </span>
        </span>
      </UnstyledButton>
    </li>
  )
}
