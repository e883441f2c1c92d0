import type { AssetFileVersion, AssetView } from '@akari/protocol'
import { Badge, Button, FileButton, Group, Stack } from '@mantine/core'
import { IconHistory, IconReplace } from '@tabler/icons-react'
import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { useRestoreVersion, useVersions } from '../../api/library.ts'
import { useMay } from '../../api/session.ts'
import { useActorWords } from '../../parts/actor-words.ts'
import { ask } from '../../parts/ask.tsx'
import { AssetPicture } from '../../parts/asset-picture.tsx'
import { Loaded } from '../../parts/loaded.tsx'
import { asSize, useWhen } from '../../parts/when.ts'
import { UploadPanel } from '../../parts/uploads/upload-panel.tsx'
import { useUploads } from '../../parts/uploads/use-uploads.ts'
import classes from './assets.module.css'

const ACCEPTED: Record<AssetView['kind'], string> = {
  image: 'image/*',
  video: 'video/*,.mkv,.mov',
  audio: 'audio/*,.m4a',
  venue: '',
}

/** The files a media file was and is: another one in its place, or an older one back. */
export function VersionsTab({ asset }: { asset: AssetView }): ReactElement {
  const { t } = useTranslation()
  const versions = useVersions(asset.id)
  const uploads = useUploads([], null)
  const mayChange = useMay('content')
  return (
    <Stack>
      {mayChange && (
        <Group align="center" wrap="nowrap">
          <FileButton
            accept={ACCEPTED[asset.kind]}
            onChange={(file) => file !== null && uploads.replace(file, asset)}
            inputProps={{ 'aria-label': t('library.replace') }}
          >
            {(props) => (
              <Button {...props} variant="light" leftSection={<IconReplace size={18} />} flex="none">
                {t('library.replace')}
              </Button>
            )}
          </FileButton>
          <p className={classes.none}>{t('library.replaceHint')}</p>
        </Group>
      )}
      {uploads.list.length > 0 && <UploadPanel uploads={uploads} onOpen={() => uploads.tidy()} />}
      <Loaded query={versions}>
        {(all) => (
          <ol className={classes.versions}>
            {all.map((version) => (
              <VersionRow key={version.number} asset={asset} version={version} />
            ))}
          </ol>
        )}
      </Loaded>
    </Stack>
  )
}

function VersionRow({ asset, version }: { asset: AssetView; version: AssetFileVersion }): ReactElement {
  const { t } = useTranslation()
  const when = useWhen()
  const who = useActorWords()
  const restore = useRestoreVersion()
  const mayChange = useMay('content')
  const { number, thumbnailUrl, restoredFrom, width, height } = version
  const isCurrent = number === asset.fileVersion
  return (
    <li data-current={isCurrent || undefined}>
      <AssetPicture asset={{ kind: asset.kind, thumbnailUrl }} />
      <div>
        <strong>{t('library.versionNumber', { number })}</strong>{' '}
        {isCurrent && <Badge>{t('library.currentVersion')}</Badge>}
        {restoredFrom !== null && ` ${t('library.restoredFrom', { number: restoredFrom })}`}
        <p className={classes.none}>
          {when.full(version.createdAt)} {who(version.createdBy)}
          <br />
          {version.filename} <span className="numbers">{asSize(version.bytes)}</span>{' '}
          {width !== null && <span className="numbers">{`${width}×${height}`}</span>}
        </p>
      </div>
      {mayChange && !isCurrent && (
        <Button
          size="xs"
          variant="default"
          leftSection={<IconHistory size={16} />}
          loading={restore.isPending}
          data-testid={`version-${number}-back`}
          onClick={() =>
            ask({
              title: t('library.backTitle', { number }),
              text: t('library.backText', { number }),
              yes: t('library.backToThis'),
              no: t('common.stop'),
              colour: 'kingfisher',
              onYes: () => restore.mutate({ asset, number }),
            })
          }
        >
          {t('library.backToThis')}
        </Button>
      )}
    </li>
  )
}
