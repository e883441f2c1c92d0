import type { PlaylistView } from '@akari/protocol'
import { ActionIcon, Anchor, Select, Stack } from '@mantine/core'
import { IconTrash } from '@tabler/icons-react'
import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { DrawnZone } from './drawing.ts'
import classes from './layouts.module.css'

/** Which playlist runs in each zone; the selected one first in sight. */
export function ZonePanel({
  zones,
  playlists,
  selectedId,
  readOnly,
  canRemove,
  onSelect,
  onAssign,
  onRemove,
}: {
  zones: readonly DrawnZone[]
  playlists: readonly PlaylistView[]
  selectedId: string | null
  readOnly: boolean
  canRemove: boolean
  onSelect: (id: string) => void
  onAssign: (id: string, playlistId: string) => void
  onRemove: (id: string) => void
}): ReactElement {
  const { t } = useTranslation()
  const choices = playlists
    .filter(({ items }) => items.every(({ scene }) => scene.kind !== 'layout'))
    .map(({ id, name }) => ({ value: id, label: name }))
  return (
    <section className={classes.panel} aria-label={t('layouts.zones')}>
      <h2>{t('layouts.zones')}</h2>
      <ol className={classes.zoneList}>
        {zones.map((zone, index) => (
          <li key={zone.id} data-nth={index % 4} data-selected={zone.id === selectedId || undefined}>
            <Stack gap={6}>
              <Select
                label={t('layouts.playlistOf', { number: index + 1 })}
                placeholder={t('layouts.choosePlaylist')}
                data={choices}
                value={zone.playlistId === '' ? null : zone.playlistId}
                onChange={(playlistId) => onAssign(zone.id, playlistId ?? '')}
                onFocus={() => onSelect(zone.id)}
                searchable
                nothingFoundMessage={t('layouts.noPlaylist')}
                readOnly={readOnly}
                allowDeselect={false}
                data-testid={`zone-playlist-${index + 1}`}
              />
              <div className={classes.zoneFoot}>
                <span className="numbers">{t('layouts.size', { width: zone.area.w, height: zone.area.h })}</span>
                {canRemove && zones.length > 1 && (
                  <ActionIcon
                    variant="subtle"
                    color="gray"
                    aria-label={t('layouts.removeZone', { number: index + 1 })}
                    onClick={() => onRemove(zone.id)}
                  >
                    <IconTrash size={18} />
                  </ActionIcon>
                )}
              </div>
            </Stack>
          </li>
        ))}
      </ol>
      {choices.length === 0 && (
        <p className={classes.quiet}>
          {t('layouts.noPlaylists')}{' '}
          <Anchor component={Link} to="/playlists/new">
            {t('layouts.makePlaylist')}
          </Anchor>
        </p>
      )}
    </section>
  )
}
