import type { AssetView, MediaJob } from '@akari/protocol'
import { Checkbox, UnstyledButton } from '@mantine/core'
import { IconClockExclamation, IconLanguage, IconMovie, IconVolume } from '@tabler/icons-react'
import type { TFunction } from 'i18next'
import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { AssetPicture } from '../../parts/asset-picture.tsx'
import { useTextIn } from '../../parts/texts-in.ts'
import { asDuration, useWhen } from '../../parts/when.ts'
import { AssetPreview } from './asset-preview.tsx'
import { draggedAssets } from './dragged-assets.ts'
import { expiryOf } from './library-filter.ts'
import classes from './assets.module.css'

type Props = {
  asset: AssetView
  job: MediaJob | undefined
  now: Date
  selected: boolean
  /** What goes along when this one is dragged. */
  dragged: readonly string[]
  onOpen: () => void
  onSelect: ((withRange: boolean) => void) | null
}

/** One media file of the library, as a picture one can pick up. */
export function AssetCard({ asset, job, now, selected, dragged, onOpen, onSelect }: Props): ReactElement {
  const { t } = useTranslation()
  const textIn = useTextIn()
  const title = textIn(asset.title)
  return (
    <li>
      <div
        className={classes.card}
        data-selected={selected || undefined}
        draggable={onSelect !== null}
        onDragStart={(event) => draggedAssets.put(event.dataTransfer, dragged)}
      >
        <UnstyledButton className={classes.open ?? ''} onClick={onOpen} data-testid={`asset-${asset.id}`}>
          <span className={classes.picture}>
            {asset.kind === 'venue' ? <AssetPreview asset={asset} all={[asset]} /> : <AssetPicture asset={asset} />}
            <Signs asset={asset} job={job} now={now} />
          </span>
          <span className={classes.cardTitle}>{title}</span>
          <span className={classes.cardFacts}>
            <Measure asset={asset} />
            <span className={classes.cardUse}>
              {asset.usedIn.length === 0 ? t('assets.unused') : t('assets.used', { count: asset.usedIn.length })}
            </span>
          </span>
        </UnstyledButton>
        {onSelect !== null && (
          <Checkbox
            className={classes.check ?? ''}
            size="md"
            aria-label={t('library.select', { title })}
            checked={selected}
            onChange={(event) => onSelect(event.nativeEvent instanceof MouseEvent && event.nativeEvent.shiftKey)}
          />
        )}
      </div>
    </li>
  )
}

/** What is worth knowing of a file at a glance: size in pixels, or length, or number of levels. */
function Measure({ asset }: { asset: AssetView }): ReactElement {
  const { t } = useTranslation()
  switch (asset.kind) {
    case 'venue':
      return <span className="numbers">{t('assets.levels', { count: asset.levels.length })}</span>
    case 'video':
      return (
        <span className="numbers">
          <IconMovie size={15} aria-hidden />{' '}
          {asset.durationMs === null ? t('assets.unprobed') : asDuration(asset.durationMs / 1000)}
        </span>
      )
    case 'audio':
      return (
        <span className="numbers">
          <IconVolume size={15} aria-hidden />{' '}
          {asset.durationMs === null ? t('assets.unprobed') : asDuration(asset.durationMs / 1000)}
        </span>
      )
    case 'image':
      return <span className="numbers">{asset.width === null ? '' : `${asset.width}×${asset.height}`}</span>
  }
}

/** Marks on the picture: languages, last day, whether it still has to be converted. */
function Signs({ asset, job, now }: { asset: AssetView; job: MediaJob | undefined; now: Date }): ReactElement {
  const { t } = useTranslation()
  const when = useWhen()
  const expiry = expiryOf(asset, now)
  return (
    <span className={classes.signs}>
      {!asset.ready && <span data-sign="attention">{conversionWords(t, job)}</span>}
      {asset.validUntil !== null && expiry !== 'none' && (
        <span data-sign={expiry === 'later' ? 'quiet' : 'attention'}>
          <IconClockExclamation size={14} aria-hidden />{' '}
          {t(expiry === 'over' ? 'library.expiredOn' : 'library.endsOn', { day: when.day(asset.validUntil) })}
        </span>
      )}
      {asset.variants.length > 0 && (
        <span
          data-sign="quiet"
          title={asset.variants.map(({ language }) => t(`language.${language}`)).join(t('common.listSeparator'))}
        >
          <IconLanguage size={14} aria-hidden /> {t('assets.languages', { count: asset.variants.length + 1 })}
        </span>
      )}
    </span>
  )
}

function conversionWords(t: TFunction, job: MediaJob | undefined): string {
  switch (job?.state) {
    case 'running':
      return t('library.converting', { percent: job.done })
    case 'failed':
    case 'cancelled':
      return t('library.convertFailed')
    case 'waiting':
    case 'done':
    case undefined:
      return t('library.notReady')
  }
}
