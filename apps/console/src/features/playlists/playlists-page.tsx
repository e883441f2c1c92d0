import type { PlaylistView } from '@akari/protocol'
import { ActionIcon, Button, Group, Table, VisuallyHidden } from '@mantine/core'
import { IconAntenna, IconPlaylistAdd, IconPlus, IconTrash } from '@tabler/icons-react'
import { type ReactElement, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { useDeletePlaylist, usePlaylists } from '../../api/content.ts'
import { useMay } from '../../api/session.ts'
import { ask } from '../../parts/ask.tsx'
import { Empty } from '../../parts/empty.tsx'
import { Loaded } from '../../parts/loaded.tsx'
import { matches } from '../../parts/matching.ts'
import { Page } from '../../parts/page.tsx'
import { SearchField } from '../../parts/search-field.tsx'
import { asDuration, useWhen } from '../../parts/when.ts'
import { roundSeconds } from './editor.ts'
import { FilmStrip } from './film-strip.tsx'
import { StreamsDialog } from './streams-dialog.tsx'

/** Every playlist, with what is in it. */
export function PlaylistsPage(): ReactElement {
  const { t } = useTranslation()
  const playlists = usePlaylists()
  const mayChange = useMay('content')
  const [search, setSearch] = useState('')
  const [streamsOpen, setStreamsOpen] = useState(false)
  const create = (
    <Button
      component={Link}
      to="/playlists/new"
      leftSection={<IconPlus size={18} />}
      data-testid="playlist-new"
      data-guide="playlist"
    >
      {t('playlists.new')}
    </Button>
  )
  return (
    <Page
      title={t('playlists.title')}
      lead={t('playlists.lead')}
      actions={
        <>
          <SearchField value={search} onChange={setSearch} label={t('playlists.search')} />
          {mayChange && (
            <Button
              variant="default"
              leftSection={<IconAntenna size={18} />}
              onClick={() => setStreamsOpen(true)}
              data-testid="streams-open"
            >
              {t('streams.title')}
            </Button>
          )}
          {mayChange && create}
        </>
      }
    >
      <Loaded query={playlists}>
        {(all) =>
          all.length === 0 ? (
            <Empty icon={IconPlaylistAdd} title={t('playlists.emptyTitle')} hint={t('playlists.emptyHint')} />
          ) : (
            <PlaylistTable playlists={all.filter((playlist) => matches(search, [playlist.name]))} />
          )
        }
      </Loaded>
      {streamsOpen && <StreamsDialog onClose={() => setStreamsOpen(false)} />}
    </Page>
  )
}

function PlaylistTable({ playlists }: { playlists: readonly PlaylistView[] }): ReactElement {
  const { t } = useTranslation()
  if (playlists.length === 0) return <p>{t('playlists.noneFound')}</p>
  return (
    <Table highlightOnHover>
      <Table.Thead>
        <Table.Tr>
          <Table.Th>{t('playlists.name')}</Table.Th>
          <Table.Th>{t('playlists.contents')}</Table.Th>
          <Table.Th>{t('playlists.round')}</Table.Th>
          <Table.Th>{t('playlists.usedInEntries')}</Table.Th>
          <Table.Th>{t('playlists.updated')}</Table.Th>
          <Table.Th>
            <VisuallyHidden>{t('common.actions')}</VisuallyHidden>
          </Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {playlists.map((playlist) => (
          <Row key={playlist.id} playlist={playlist} />
        ))}
      </Table.Tbody>
    </Table>
  )
}

function Row({ playlist }: { playlist: PlaylistView }): ReactElement {
  const { t } = useTranslation()
  const when = useWhen()
  const mayChange = useMay('content')
  const remove = useDeletePlaylist()
  const { id, name, items, usedInEntries, updatedAt } = playlist
  return (
    <Table.Tr data-testid={`playlist-${id}`}>
      <Table.Td miw="8rem">
        <Link to={`/playlists/${id}`} style={{ color: 'var(--kingfisher)', fontWeight: 700 }}>
          {name}
        </Link>
      </Table.Td>
      <Table.Td>
        <FilmStrip items={items} />
      </Table.Td>
      <Table.Td className="numbers">{asDuration(roundSeconds(items))}</Table.Td>
      <Table.Td className="numbers">{t('playlists.entries', { count: usedInEntries })}</Table.Td>
      <Table.Td className="numbers">{when.dayAndTime(updatedAt)}</Table.Td>
      <Table.Td>
        {mayChange && (
          <Group justify="flex-end">
            <ActionIcon
              variant="subtle"
              color="gray"
              aria-label={t('playlists.deleteNamed', { name })}
              onClick={() =>
                ask({
                  title: t('playlists.deleteTitle', { name }),
                  text:
                    usedInEntries === 0
                      ? t('playlists.deleteUnused')
                      : t('playlists.deleteUsed', { count: usedInEntries }),
                  yes: t('playlists.delete'),
                  no: t('common.stop'),
                  onYes: () => remove.mutate(id),
                })
              }
            >
              <IconTrash size={18} />
            </ActionIcon>
          </Group>
        )}
      </Table.Td>
    </Table.Tr>
  )
}
