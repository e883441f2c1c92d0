import { IconPlaylistX } from '@tabler/icons-react'
import { Button } from '@mantine/core'
import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, useParams } from 'react-router'
import { useAssets, usePlaylists } from '../../api/content.ts'
import { usePosters } from '../../api/posters.ts'
import { Empty } from '../../parts/empty.tsx'
import { Loaded } from '../../parts/loaded.tsx'
import { Page } from '../../parts/page.tsx'
import { useLastSeen } from '../../parts/use-last-seen.ts'
import { PlaylistEditor } from './playlist-editor.tsx'

/** One playlist, or a new one (`/playlists/new`). */
export function PlaylistPage(): ReactElement {
  const { t } = useTranslation()
  const { id } = useParams()
  const playlists = usePlaylists()
  const playlist = useLastSeen(playlists.data, id)
  const assets = useAssets()
  const posters = usePosters()
  if (id === 'new') return <PlaylistEditor key="new" saved={null} />
  return (
    <Loaded query={playlists}>
      {() => {
        if (playlist !== undefined) {
          // What is not here yet would be called deleted.
          return (
            <Loaded query={assets}>
              {() => <Loaded query={posters}>{() => <PlaylistEditor key={playlist.id} saved={playlist} />}</Loaded>}
            </Loaded>
          )
        }
        return (
          <Page title={t('playlists.title')}>
            <Empty icon={IconPlaylistX} title={t('playlists.goneTitle')} hint={t('playlists.goneHint')}>
              <Button component={Link} to="/playlists">
                {t('playlists.back')}
              </Button>
            </Empty>
          </Page>
        )
      }}
    </Loaded>
  )
}
