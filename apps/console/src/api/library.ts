import {
  type AssetBulk,
  AssetBulkResult,
  AssetFileVersion,
  AssetFolder,
  type AssetFolderInput,
  AssetHistory,
  AssetUses,
  AssetView,
  BinnedAsset,
  MediaJob,
  MediaTools,
} from '@akari/protocol'
import { useQuery } from '@tanstack/react-query'
import { act, get, send } from './client.ts'
import { keys } from './keys.ts'
import { useWrite } from './write.ts'

/** While something is being worked on, how far it is; the rest comes with the live updates. */
const LOOK_MS = 1500

export function useFolders() {
  return useQuery({
    queryKey: keys.folders,
    queryFn: ({ signal }) => get(AssetFolder.array(), '/api/asset-folders', signal),
  })
}

export function useSaveFolder() {
  return useWrite(
    ({ id, folder }: { id: string | null; folder: AssetFolderInput }) =>
      id === null
        ? send(AssetFolder, 'POST', '/api/asset-folders', folder)
        : send(AssetFolder, 'PUT', `/api/asset-folders/${id}`, folder),
    { touches: [keys.folders] },
  )
}

export function useDeleteFolder() {
  return useWrite((id: string) => act('DELETE', `/api/asset-folders/${id}`), { touches: [keys.folders, keys.assets] })
}

export function useBulk() {
  return useWrite((bulk: AssetBulk) => send(AssetBulkResult, 'POST', '/api/assets/bulk', bulk), {
    touches: [keys.assets, keys.bin, keys.draft, keys.review],
  })
}

export function useBin() {
  return useQuery({ queryKey: keys.bin, queryFn: ({ signal }) => get(BinnedAsset.array(), '/api/assets/bin', signal) })
}

export function useVersions(id: string) {
  return useQuery({
    queryKey: [...keys.assets, id, 'versions'],
    queryFn: ({ signal }) => get(AssetFileVersion.array(), `/api/assets/${id}/versions`, signal),
  })
}

export function useRestoreVersion() {
  return useWrite(
    ({ asset, number }: { asset: AssetView; number: number }) =>
      send(AssetView, 'POST', `/api/assets/${asset.id}/versions/${number}/restore`, { version: asset.version }),
    { touches: [keys.assets, keys.draft, keys.review] },
  )
}

export function useUses(id: string) {
  return useQuery({
    queryKey: [...keys.assets, id, 'uses'],
    queryFn: ({ signal }) => get(AssetUses, `/api/assets/${id}/uses`, signal),
  })
}

export function useAssetHistory(id: string) {
  return useQuery({
    queryKey: [...keys.assets, id, 'history'],
    queryFn: ({ signal }) => get(AssetHistory, `/api/assets/${id}/history`, signal),
  })
}

export function useMediaTools() {
  return useQuery({
    queryKey: keys.mediaTools,
    queryFn: ({ signal }) => get(MediaTools, '/api/media-tools', signal),
    staleTime: 60_000,
  })
}

export function useMediaJobs() {
  return useQuery({
    queryKey: keys.mediaJobs,
    queryFn: ({ signal }) => get(MediaJob.array(), '/api/media-jobs', signal),
    refetchInterval: ({ state }) => ((state.data ?? []).some(isGoingOn) ? LOOK_MS : false),
  })
}

/** Does it wait or run? */
export function isGoingOn({ state }: MediaJob): boolean {
  return state === 'waiting' || state === 'running'
}

export function useJobAction() {
  return useWrite(
    ({ id, what }: { id: string; what: 'cancel' | 'retry' | 'dismiss' }) =>
      what === 'dismiss' ? act('DELETE', `/api/media-jobs/${id}`) : act('POST', `/api/media-jobs/${id}/${what}`),
    { touches: [keys.mediaJobs] },
  )
}
