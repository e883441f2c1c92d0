import type { AssetView } from '@akari/protocol'
import { Alert, Button, Drawer, Group, Stack, Table } from '@mantine/core'
import { IconInfoCircle, IconTrash } from '@tabler/icons-react'
import { type ReactElement, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { useChangeAsset, useDeleteAsset } from '../../api/content.ts'
import { useMay } from '../../api/session.ts'
import { ask } from '../../parts/ask.tsx'
import { AssetPreview } from './asset-preview.tsx'
import { useTextIn } from '../../parts/texts-in.ts'
import { TextsField } from '../../parts/texts-field.tsx'
import { asDuration, asSize, useWhen } from '../../parts/when.ts'
import { VariantList } from './variant-list.tsx'
import classes from './assets.module.css'

/** One media file: title in every language, files for other languages, where it is used, delete. */
export function AssetDrawer({
  asset,
  all,
  onClose,
}: {
  asset: AssetView
  all: readonly AssetView[]
  onClose: () => void
}): ReactElement {
  const { t } = useTranslation()
  const textIn = useTextIn()
  const change = useChangeAsset()
  const mayChange = useMay('content')
  const [title, setTitle] = useState(asset.title)
  const renamed = JSON.stringify(title) !== JSON.stringify(asset.title)
  return (
    <Drawer opened onClose={onClose} size="lg" title={textIn(asset.title)}>
      <Stack gap="lg">
        <AssetPreview asset={asset} all={all} />
        {!asset.probed && asset.kind === 'video' && (
          <Alert color="amber" icon={<IconInfoCircle />}>
            {t('assets.unprobedText')}
          </Alert>
        )}
        <fieldset disabled={!mayChange} className={classes.bare}>
          <TextsField label={t('assets.titleField')} value={title} onChange={setTitle} testId="asset-title" />
          {renamed && (
            <Button
              mt="sm"
              size="xs"
              disabled={title.ja === ''}
              loading={change.isPending}
              onClick={() => change.mutate({ id: asset.id, patch: { title, version: asset.version } })}
            >
              {t('common.save')}
            </Button>
          )}
        </fieldset>
        {asset.kind !== 'venue' && <VariantList asset={asset} all={all} />}
        <Uses asset={asset} />
        <Facts asset={asset} />
        {mayChange && <DeleteButton asset={asset} onDone={onClose} />}
      </Stack>
    </Drawer>
  )
}

function Uses({ asset }: { asset: AssetView }): ReactElement {
  const { t } = useTranslation()
  return (
    <section>
      <h3 className={classes.section}>{t('assets.usedIn')}</h3>
      {asset.usedIn.length === 0 ? (
        <p className={classes.none}>{t('assets.usedNowhere')}</p>
      ) : (
        <Group gap="xs">
          {asset.usedIn.map(({ playlistId, name }) => (
            <Button key={playlistId} component={Link} to={`/playlists/${playlistId}`} size="xs" variant="light">
              {name}
            </Button>
          ))}
        </Group>
      )}
    </section>
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

function DeleteButton({ asset, onDone }: { asset: AssetView; onDone: () => void }): ReactElement {
  const { t } = useTranslation()
  const textIn = useTextIn()
  const remove = useDeleteAsset()
  const names = asset.usedIn.map(({ name }) => name).join(t('common.listSeparator'))
  return (
    <Button
      style={{ alignSelf: 'flex-start' }}
      variant="subtle"
      color="vermilion"
      leftSection={<IconTrash size={18} />}
      loading={remove.isPending}
      onClick={() =>
        ask({
          title: t('assets.deleteTitle', { title: textIn(asset.title) }),
          text: asset.usedIn.length === 0 ? t('assets.deleteUnused') : t('assets.deleteUsed', { names }),
          yes: t('assets.delete'),
          no: t('common.stop'),
          onYes: () => remove.mutate(asset.id, { onSuccess: onDone }),
        })
      }
    >
      {t('assets.delete')}
    </Button>
  )
}
