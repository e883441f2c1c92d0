import type { AssetFolder, AssetPatch, AssetView, Texts } from '@akari/protocol'
import { Alert, Anchor, Button, Group, Stack, Table, TagsInput } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { type ReactElement, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useChangeAsset } from '../../api/content.ts'
import { isConflict } from '../../api/problem.ts'
import { useMay } from '../../api/session.ts'
import { MomentField } from '../../parts/moment-field.tsx'
import { useTextIn } from '../../parts/texts-in.ts'
import { TextsField } from '../../parts/texts-field.tsx'
import { asDuration, asSize, useWhen } from '../../parts/when.ts'
import { FolderSelect } from './folder-select.tsx'
import { isSeen, missingLanguages, tagsOf } from './library-filter.ts'
import { VariantList } from './variant-list.tsx'
import classes from './assets.module.css'

type Props = {
  asset: AssetView
  all: readonly AssetView[]
  folders: readonly AssetFolder[]
  onOpen: (id: string) => void
}
type Said = Pick<AssetView, 'title' | 'folderId' | 'tags' | 'validFrom' | 'validUntil'> & { alt: Texts }

const NO_TEXT: Texts = { ja: '' }

function saidOf({ title, folderId, tags, validFrom, validUntil, alt }: AssetView): Said {
  return { title, folderId, tags, validFrom, validUntil, alt: alt ?? NO_TEXT }
}

/** What staff say of a media file; saved together, and never over what somebody else has saved meanwhile. */
export function AboutTab({ asset, all, folders, onOpen }: Props): ReactElement {
  const { t } = useTranslation()
  const change = useChangeAsset()
  const mayChange = useMay('content')
  // What was loaded when the writing began: what others change meanwhile neither shows through nor is overwritten.
  const [base, setBase] = useState(asset)
  const [said, setSaid] = useState(() => saidOf(asset))
  const isChanged = JSON.stringify(said) !== JSON.stringify(saidOf(base))
  const write = (more: Partial<Said>): void => {
    if (!isChanged) setBase(asset)
    setSaid({ ...(isChanged ? said : saidOf(asset)), ...more })
  }
  const shown = isChanged ? said : saidOf(asset)
  const save = (version: number): void => {
    const patch: AssetPatch = { version, ...said, alt: said.alt.ja.trim() === '' ? null : said.alt }
    change.mutate(
      { id: asset.id, patch },
      {
        onSuccess: (saved) => {
          setBase(saved)
          setSaid(saidOf(saved))
          notifications.show({ message: t('library.saved') })
        },
      },
    )
  }
  return (
    <fieldset disabled={!mayChange} className={classes.bare}>
      <Stack gap="md">
        <TextsField
          label={t('assets.titleField')}
          value={shown.title}
          onChange={(title) => write({ title })}
          testId="asset-title"
        />
        {isSeen(asset) && (
          <div>
            <TextsField
              label={t('library.alt')}
              value={shown.alt}
              lines={2}
              onChange={(alt) => write({ alt })}
              testId="asset-alt"
            />
            <p className={classes.none}>{t('library.altHint')}</p>
          </div>
        )}
        <Group grow align="flex-start">
          <FolderSelect
            label={t('library.folder')}
            folders={folders}
            value={shown.folderId}
            onChange={(folderId) => write({ folderId })}
          />
          <TagsInput
            label={t('library.tags')}
            placeholder={shown.tags.length === 0 ? t('library.tagHint') : ''}
            data={tagsOf(all)}
            value={shown.tags}
            maxTags={30}
            onChange={(tags) => write({ tags })}
          />
        </Group>
        <Dates asset={asset} shown={shown} onChange={write} />
        {isConflict(change.error) && isChanged && (
          <Alert color="amber" title={t('library.conflict')} role="alert">
            {t('library.conflictText')}
            <Button size="xs" mt="xs" variant="light" onClick={() => save(asset.version)}>
              {t('library.reload')}
            </Button>
          </Alert>
        )}
        {isChanged && (
          <Button
            style={{ alignSelf: 'flex-start' }}
            disabled={said.title.ja === ''}
            loading={change.isPending}
            data-testid="asset-save"
            onClick={() => save(base.version)}
          >
            {t('common.save')}
          </Button>
        )}
        <Languages asset={asset} all={all} onOpen={onOpen} />
        <Facts asset={asset} />
      </Stack>
    </fieldset>
  )
}

function Dates({
  asset,
  shown,
  onChange,
}: {
  asset: AssetView
  shown: Said
  onChange: (dates: Partial<Said>) => void
}): ReactElement {
  const { t } = useTranslation()
  if (asset.variantOf !== null) return <p className={classes.none}>{t('library.validityOfBase')}</p>
  return (
    <div>
      <h3 className={classes.section}>{t('library.validity')}</h3>
      <Group grow>
        <MomentField
          label={t('library.validFrom')}
          value={shown.validFrom}
          onChange={(validFrom) => onChange({ validFrom })}
        />
        <MomentField
          label={t('library.validUntil')}
          value={shown.validUntil}
          onChange={(validUntil) => onChange({ validUntil })}
        />
      </Group>
      <p className={classes.none}>{t('library.validityHint')}</p>
    </div>
  )
}

function Languages({ asset, all, onOpen }: Omit<Props, 'folders'>): ReactElement | null {
  const { t } = useTranslation()
  const textIn = useTextIn()
  if (!isSeen(asset)) return null
  const { variantOf } = asset
  const base = variantOf === null ? undefined : all.find(({ id }) => id === variantOf.assetId)
  if (variantOf !== null && base !== undefined) {
    const words = { title: textIn(base.title), language: t(`language.${variantOf.language}`) }
    return (
      <Anchor component="button" type="button" ta="left" onClick={() => onOpen(base.id)}>
        {t('library.baseOf', words)}
      </Anchor>
    )
  }
  const missing = missingLanguages(asset).map((language) => t(`language.${language}`))
  return (
    <div>
      <VariantList asset={asset} all={all} />
      <p className={classes.none}>
        {missing.length === 0
          ? t('library.allLanguages')
          : t('library.missingLanguages', { languages: missing.join(t('common.listSeparator')) })}
      </p>
    </div>
  )
}

function Facts({ asset }: { asset: AssetView }): ReactElement {
  const { t } = useTranslation()
  const when = useWhen()
  const rows: [string, string][] = [
    [t('assets.fact.file'), asset.filename],
    [t('assets.fact.size'), asSize(asset.bytes)],
    [t('assets.fact.type'), asset.mediaType],
  ]
  if (asset.width !== null && asset.height !== null)
    rows.push([t('assets.fact.pixels'), `${asset.width}×${asset.height}`])
  if (asset.durationMs !== null) rows.push([t('assets.fact.length'), asDuration(asset.durationMs / 1000)])
  rows.push([t('assets.fact.added'), when.full(asset.createdAt)])
  return (
    <Table verticalSpacing={4} fz="sm">
      <Table.Tbody>
        {rows.map(([name, value]) => (
          <Table.Tr key={name}>
            <Table.Th fw={400} c="gray.6">
              {name}
            </Table.Th>
            <Table.Td>{value}</Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  )
}
