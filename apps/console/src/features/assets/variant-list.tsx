import type { AssetView, Language } from '@akari/protocol'
import { ActionIcon, Button, Group, Select } from '@mantine/core'
import { IconUnlink } from '@tabler/icons-react'
import { type ReactElement, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useChangeAsset } from '../../api/content.ts'
import { useMay } from '../../api/session.ts'
import { AssetPicture } from '../../parts/asset-picture.tsx'
import { isLanguage, LANGUAGES, useTextIn } from '../../parts/texts-in.ts'
import classes from './assets.module.css'

/** Files of the same thing in other languages: which there are, and another one from the library. */
export function VariantList({ asset, all }: { asset: AssetView; all: readonly AssetView[] }): ReactElement {
  const { t } = useTranslation()
  const change = useChangeAsset()
  const mayChange = useMay('content')
  const changeOf = (id: string, patch: { variantOf: null }): void => {
    const variant = all.find((each) => each.id === id)
    if (variant !== undefined) change.mutate({ id, patch: { ...patch, version: variant.version } })
  }
  return (
    <section>
      <h3 className={classes.section}>{t('assets.variants')}</h3>
      <p className={classes.none}>{t('assets.variantsHint')}</p>
      <ul className={classes.variants}>
        {asset.variants.map(({ language, assetId, thumbnailUrl }) => (
          <li key={language}>
            <AssetPicture asset={{ kind: asset.kind, thumbnailUrl }} />
            <span>{t(`language.${language}`)}</span>
            {mayChange && (
              <ActionIcon
                variant="subtle"
                color="gray"
                aria-label={t('assets.detach', { language: t(`language.${language}`) })}
                onClick={() => changeOf(assetId, { variantOf: null })}
              >
                <IconUnlink size={18} />
              </ActionIcon>
            )}
          </li>
        ))}
      </ul>
      {mayChange && <AttachVariant asset={asset} all={all} />}
    </section>
  )
}

function AttachVariant({ asset, all }: { asset: AssetView; all: readonly AssetView[] }): ReactElement {
  const { t } = useTranslation()
  const textIn = useTextIn()
  const change = useChangeAsset()
  const [language, setLanguage] = useState<Language | null>(null)
  const [assetId, setAssetId] = useState<string | null>(null)
  const free = LANGUAGES.filter((each) => each !== 'ja' && !asset.variants.some((variant) => variant.language === each))
  const others = all.filter(
    (other) =>
      other.id !== asset.id && other.kind === asset.kind && other.variantOf === null && other.variants.length === 0,
  )
  const attach = (): void => {
    if (language === null || assetId === null) return
    const other = all.find(({ id }) => id === assetId)
    if (other === undefined) return
    const patch = { version: other.version, variantOf: { assetId: asset.id, language } }
    change.mutate({ id: other.id, patch }, { onSuccess: () => setAssetId(null) })
  }
  return (
    <Group align="flex-end" gap="xs" mt="sm">
      <Select
        label={t('assets.variantLanguage')}
        data={free.map((each) => ({ value: each, label: t(`language.${each}`) }))}
        value={language}
        onChange={(next) => setLanguage(isLanguage(next) ? next : null)}
        w={150}
      />
      <Select
        label={t('assets.variantFile')}
        data={others.map((other) => ({ value: other.id, label: textIn(other.title) }))}
        value={assetId}
        onChange={setAssetId}
        searchable
        flex={1}
        nothingFoundMessage={t('assets.noneFound')}
      />
      <Button
        variant="light"
        disabled={language === null || assetId === null}
        loading={change.isPending}
        onClick={attach}
      >
        {t('assets.attach')}
      </Button>
    </Group>
  )
}
