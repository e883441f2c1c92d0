import {
  type AssetPatch,
  AssetView,
  DraftStatus,
  type EntryInput,
  EntryView,
  ListedStream,
  type PlaylistInput,
  PlaylistView,
  type StreamInput,
  StreamView,
} from '@akari/protocol'
import { useQuery } from '@tanstack/react-query'
import { act, get, send } from './client.ts'
import { keys } from './keys.ts'
import { useWrite } from './write.ts'

export function useAssets() {
  return useQuery({ queryKey: keys.assets, queryFn: ({ signal }) => get(AssetView.array(), '/api/assets', signal) })
}

export function useChangeAsset() {
  return useWrite(
    ({ id, patch }: { id: string; patch: AssetPatch }) => send(AssetView, 'PATCH', `/api/assets/${id}`, patch),
    { touches: [keys.assets, keys.draft] },
  )
}

export function usePlaylists() {
  return useQuery({
    queryKey: keys.playlists,
    queryFn: ({ signal }) => get(PlaylistView.array(), '/api/playlists', signal),
  })
}

/** Fetches past the cache: what is on the server now, after a conflict. */
export function newestPlaylists(): Promise<PlaylistView[]> {
  return get(PlaylistView.array(), '/api/playlists')
}

/** Makes a playlist (`id` null) or replaces one. A stale `version` is refused with 409. */
export function useSavePlaylist() {
  return useWrite(
    ({ id, playlist }: { id: string | null; playlist: PlaylistInput }) =>
      id === null
        ? send(PlaylistView, 'POST', '/api/playlists', playlist)
        : send(PlaylistView, 'PUT', `/api/playlists/${id}`, playlist),
    { touches: [keys.playlists, keys.assets, keys.draft], quiet: true },
  )
}

export function useDeletePlaylist() {
  return useWrite((id: string) => act('DELETE', `/api/playlists/${id}`), { touches: [keys.playlists, keys.draft] })
}

export function useStreams() {
  return useQuery({
    queryKey: keys.streams,
    queryFn: ({ signal }) => get(ListedStream.array(), '/api/streams', signal),
  })
}

export function useSaveStream() {
  return useWrite(
    ({ id, stream }: { id: string | null; stream: StreamInput }) =>
      id === null
        ? send(StreamView, 'POST', '/api/streams', stream)
        : send(StreamView, 'PUT', `/api/streams/${id}`, stream),
    { touches: [keys.streams, keys.streamHealth, keys.draft] },
  )
}

export function useDeleteStream() {
  return useWrite((id: string) => act('DELETE', `/api/streams/${id}`), { touches: [keys.streams, keys.draft] })
}

export function useEntries() {
  return useQuery({ queryKey: keys.entries, queryFn: ({ signal }) => get(EntryView.array(), '/api/entries', signal) })
}

/** Fetches past the cache: what is on the server now, after a conflict. */
export function newestEntries(): Promise<EntryView[]> {
  return get(EntryView.array(), '/api/entries')
}

/** Makes a schedule entry (`id` null) or replaces one. A stale `version` is refused with 409. */
export function useSaveEntry() {
  return useWrite(
    ({ id, entry }: { id: string | null; entry: EntryInput }) =>
      id === null
        ? send(EntryView, 'POST', '/api/entries', entry)
        : send(EntryView, 'PUT', `/api/entries/${id}`, entry),
    { touches: [keys.entries, keys.playlists, keys.draft], quiet: true },
  )
}

export function useDeleteEntry() {
  return useWrite((id: string) => act('DELETE', `/api/entries/${id}`), { touches: [keys.entries, keys.draft] })
}

export function useDraftStatus() {
  return useQuery({
    queryKey: keys.draft,
    queryFn: ({ signal }) => get(DraftStatus, '/api/programme/draft', signal),
  })
}
