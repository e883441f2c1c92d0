import type { PlaylistView } from '@akari/protocol'
import { ActionIcon, Button, Group, Table, VisuallyHidden } from '@mantine/core'
import { IconAntenna, IconPlaylistAdd, IconPlus, IconTrash } from '@tabler/icons-react'
import { type ReactElement, type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { useDeletePlaylist, useEntries, usePlaylists } from '../../api/content.ts'
import { useDisplays } from '../../api/displays.ts'
import { useLayouts } from '../../api/layouts.ts'
import { useTakeovers } from '../../api/schedule.ts'
import { useMay } from '../../api/session.ts'
import { ask } from '../../parts/ask.tsx'
import { Empty } from '../../parts/empty.tsx'
import { Loaded } from '../../parts/loaded.tsx'
import { matches } from '../../parts/matching.ts'
import { Page } from '../../parts/page.tsx'
import { SearchField } from '../../parts/search-field.tsx'
import { asDuration, useWhen } from '../../parts/when.ts'
import { FilmStrip } from './film-strip.tsx'
import { roundSeconds } from '../../parts/round-seconds.ts'
import { mustStay, type Uses, usesOf } from './uses.ts'

/** Every playlist, with what is in it. */
export function PlaylistsPage(): ReactElement {
  const { t } = useTranslation()
  const playlists = usePlaylists()
  const mayChange = useMay('content')
  const [search, setSearch] = useState('')
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
          <Button
            component={Link}
            to="/streams"
            variant="default"
            leftSection={<IconAntenna size={18} />}
            data-testid="streams-open"
          >
            {t('streams.title')}
          </Button>
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
    </Page>
  )
}

function PlaylistTable({ playlists }: { playlists: readonly PlaylistView[] }): ReactElement {
  const { t } = useTranslation()
  const users = {
    entries: useEntries().data ?? [],
    displays: useDisplays().data ?? [],
    layouts: useLayouts().data ?? [],
    takeovers: useTakeovers().data ?? [],
  }
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
          <Row key={playlist.id} playlist={playlist} uses={usesOf(playlist.id, users)} />
        ))}
      </Table.Tbody>
    </Table>
  )
}

const BESIDE_ENTRIES = ['displays', 'layouts', 'takeovers'] as const
const USERS = ['entries', ...BESIDE_ENTRIES] as const

/** What stands in the way of deleting it, by name. */
function WhereUsed({ uses }: { uses: Uses }): ReactNode {
  const { t } = useTranslation()
  return [
    t(mustStay(uses) ? 'playlists.deleteUsed' : 'playlists.deleteUnused'),
    ...USERS.filter((each) => uses[each].length > 0).map((each) =>
      t(`playlists.usedBy.${each}`, { names: uses[each].join(t('common.listSeparator')) }),
    ),
  ].map((line) => (
    <span key={line} style={{ display: 'block' }}>
      {line}
    </span>
  ))
}

function Row({ playlist, uses }: { playlist: PlaylistView; uses: Uses }): ReactElement {
  const { t } = useTranslation()
  const when = useWhen()
  const mayChange = useMay('content')
  const remove = useDeletePlaylist()
  const { id, name, items, usedInEntries, updatedAt } = playlist
  const where = <WhereUsed uses={uses} />
  const elsewhere = BESIDE_ENTRIES.filter((each) => uses[each].length > 0)
  const used = [
    ...(usedInEntries > 0 || elsewhere.length === 0 ? [t('playlists.entries', { count: usedInEntries })] : []),
    ...elsewhere.map((each) => t(`playlists.usedAs.${each}`)),
  ]
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
      <Table.Td className="numbers">{used.join(t('common.listSeparator'))}</Table.Td>
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
                  text: where,
                  barred: mustStay(uses),
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
