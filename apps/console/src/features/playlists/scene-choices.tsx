import type { AssetView, DraftScene } from '@akari/protocol'
import { Button, Group, Modal, Stack, UnstyledButton } from '@mantine/core'
import { IconAntenna, IconSettings } from '@tabler/icons-react'
import { type ReactElement, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useAssets, useStreams } from '../../api/content.ts'
import { useFolders } from '../../api/library.ts'
import { AssetPicture } from '../../parts/asset-picture.tsx'
import { Loaded } from '../../parts/loaded.tsx'
import { matches } from '../../parts/matching.ts'
import { SearchField } from '../../parts/search-field.tsx'
import { StreamsEditor } from '../../parts/streams/streams-editor.tsx'
import { DropField, UploadButton } from '../../parts/uploads/drop-field.tsx'
import { UploadPanel } from '../../parts/uploads/upload-panel.tsx'
import { useUploads } from '../../parts/uploads/use-uploads.ts'
import { everyLanguage, useTextIn } from '../../parts/texts-in.ts'
import classes from './playlists.module.css'

type Choose = { onChoose: (scene: DraftScene, seconds?: number) => void }

/** Pictures and films of the library; files that are not in it yet can be put there from here. */
export function AssetChoice({ onChoose }: Choose): ReactElement {
  const { t } = useTranslation()
  const textIn = useTextIn()
  const [search, setSearch] = useState('')
  const assets = useAssets()
  const uploads = useUploads(useFolders().data ?? [], null)
  /** A file that was there already is what was meant. */
  const addPresent = (assetId: string): void => {
    const asset = assets.data?.find(({ id }) => id === assetId)
    onChoose({ kind: 'asset', assetId }, asset === undefined ? undefined : secondsOf(asset))
  }
  const choosable = (asset: AssetView): boolean =>
    (asset.kind === 'image' || asset.kind === 'video') &&
    asset.variantOf === null &&
    matches(search, [...everyLanguage(asset.title), asset.filename])
  return (
    <DropField onFiles={uploads.add} hint={t('assets.dropHere')}>
      <Stack>
        <Group wrap="nowrap" align="flex-end">
          <SearchField value={search} onChange={setSearch} label={t('assets.search')} />
          <UploadButton onFiles={uploads.add} />
        </Group>
        <UploadPanel uploads={uploads} onOpen={addPresent} />
        <Loaded query={assets}>
          {(all) => (
            <ul className={classes.choices}>
              {all.filter(choosable).map((asset) => (
                <li key={asset.id}>
                  <UnstyledButton
                    className={classes.choice ?? ''}
                    data-testid={`pick-${asset.id}`}
                    onClick={() => onChoose({ kind: 'asset', assetId: asset.id }, secondsOf(asset))}
                  >
                    <AssetPicture asset={asset} />
                    <span>{textIn(asset.title)}</span>
                  </UnstyledButton>
                </li>
              ))}
              {all.filter(choosable).length === 0 && <li className={classes.none}>{t('playlists.noAssets')}</li>}
            </ul>
          )}
        </Loaded>
      </Stack>
    </DropField>
  )
}

/** A film plays once to its end; pictures take the usual time. */
function secondsOf(asset: AssetView): number | undefined {
  return asset.durationMs === null ? undefined : Math.max(1, Math.ceil(asset.durationMs / 1000))
}

/** Levels of the venues of the library. */
export function LevelChoice({ onChoose }: Choose): ReactElement {
  const { t } = useTranslation()
  const textIn = useTextIn()
  return (
    <Loaded query={useAssets()}>
      {(all) => {
        const venues = all.filter((asset) => asset.kind === 'venue')
        if (venues.length === 0) return <p className={classes.none}>{t('playlists.noVenues')}</p>
        return (
          <Stack>
            {venues.map((venue) => (
              <section key={venue.id}>
                <h3>{textIn(venue.title)}</h3>
                <div className={classes.levels}>
                  {venue.levels
                    .toSorted((a, b) => b.ordinal - a.ordinal)
                    .map((level) => (
                      <Button
                        key={level.id}
                        variant="default"
                        data-testid={`pick-level-${level.id}`}
                        onClick={() => onChoose({ kind: 'floorMap', assetId: venue.id, levelId: level.id })}
                      >
                        {textIn(level.shortName)}
                      </Button>
                    ))}
                </div>
              </section>
            ))}
          </Stack>
        )
      }}
    </Loaded>
  )
}

/** Live streams, and where to add one. */
export function StreamChoice({ onChoose }: Choose): ReactElement {
  const { t } = useTranslation()
  const textIn = useTextIn()
  const [managing, setManaging] = useState(false)
  return (
    <Loaded query={useStreams()}>
      {(streams) => (
        <Stack align="flex-start">
          {streams.length === 0 && <p className={classes.none}>{t('streams.empty')}</p>}
          {streams.map((stream) => (
            <Button
              key={stream.id}
              variant="default"
              leftSection={<IconAntenna size={18} />}
              data-testid={`pick-stream-${stream.id}`}
              onClick={() => onChoose({ kind: 'live', streamId: stream.id })}
            >
              {textIn(stream.title)}
            </Button>
          ))}
          <Button variant="subtle" leftSection={<IconSettings size={18} />} onClick={() => setManaging(true)}>
            {t('streams.manage')}
          </Button>
          {managing && (
            <Modal opened onClose={() => setManaging(false)} size="xl" title={t('streams.title')}>
              <StreamsEditor />
            </Modal>
          )}
        </Stack>
      )}
    </Loaded>
  )
}
