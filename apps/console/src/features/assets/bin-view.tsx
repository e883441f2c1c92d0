import type { BinnedAsset } from '@akari/protocol'
import { Button } from '@mantine/core'
import { IconArrowBackUp, IconTrash } from '@tabler/icons-react'
import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { useMay } from '../../api/session.ts'
import { useActorWords } from '../../parts/actor-words.ts'
import { AssetPicture } from '../../parts/asset-picture.tsx'
import { Empty } from '../../parts/empty.tsx'
import { useTextIn } from '../../parts/texts-in.ts'
import { useWhen } from '../../parts/when.ts'
import classes from './assets.module.css'

/** What was deleted in the last 30 days. */
export function BinView({
  assets,
  onRestore,
}: {
  assets: readonly BinnedAsset[]
  onRestore: (ids: readonly string[]) => void
}): ReactElement {
  const { t } = useTranslation()
  const textIn = useTextIn()
  const when = useWhen()
  const who = useActorWords()
  const mayChange = useMay('content')
  if (assets.length === 0)
    return <Empty icon={IconTrash} title={t('library.binEmptyTitle')} hint={t('library.binEmptyHint')} />
  return (
    <>
      <p className={classes.none}>{t('library.binLead')}</p>
      <ul className={classes.grid}>
        {assets.map((asset) => (
          <li key={asset.id} className={classes.card} data-binned>
            <span className={classes.picture}>
              <AssetPicture asset={asset} />
            </span>
            <span className={classes.cardTitle}>{textIn(asset.title)}</span>
            <span className={classes.cardFacts}>
              <span>
                {t('library.deletedBy', { day: when.day(asset.deletedAt), who: who(asset.deletedBy) })}
                <br />
                {t('library.goneOn', { day: when.day(asset.goneAt) })}
              </span>
            </span>
            {mayChange && (
              <Button
                size="xs"
                variant="light"
                m={6}
                leftSection={<IconArrowBackUp size={16} />}
                data-testid={`restore-${asset.id}`}
                onClick={() => onRestore([asset.id])}
              >
                {t('library.restore')}
              </Button>
            )}
          </li>
        ))}
      </ul>
    </>
  )
}
