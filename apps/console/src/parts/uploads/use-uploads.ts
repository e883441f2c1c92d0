import type { AssetFolder } from '@akari/protocol'
import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useReducer, useRef } from 'react'
import type { Upload } from 'tus-js-client'
import { keys } from '../../api/keys.ts'
import { useSaveFolder } from '../../api/library.ts'
import { newId } from '@akari/scenes'
import type { Chosen } from './dropped-files.ts'
import { begin, type Place, tusUpload } from './tus-upload.ts'
import { type UploadEntry, type UploadProgress, uploadList } from './upload-list.ts'

const AT_ONCE = 2

export type Uploads = {
  list: readonly UploadEntry[]
  add: (files: readonly Chosen[]) => void
  replace: (file: File, asset: { id: string; version: number }) => void
  pause: (id: string) => void
  resume: (id: string) => void
  cancel: (id: string) => void
  pauseAll: () => void
  resumeAll: () => void
  tidy: () => void
}

/**
 * Sends files, two at a time, into the folder that is open; a folder that fell becomes a folder of the library. Each can be
 * paused, resumed and cancelled, goes on after a lost connection, and with the same file chosen again after the page was closed.
 */
export function useUploads(folders: readonly AssetFolder[], folderId: string | null): Uploads {
  const client = useQueryClient()
  const saveFolder = useSaveFolder()
  const [list, dispatch] = useReducer(uploadList, [])
  const uploads = useRef(new Map<string, { upload: Upload; isReplacing: boolean }>())
  const tell = (id: string, progress: UploadProgress): void => dispatch({ type: 'progressed', id, progress })

  const start = (id: string): void => {
    const entry = uploads.current.get(id)
    if (entry === undefined) return
    tell(id, { state: 'sending', sentBytes: 0 })
    const failed = (error: unknown): void => tell(id, { state: 'failed', error, sentBytes: 0 })
    if (entry.upload.url === null) begin(entry.upload, entry.isReplacing).catch(failed)
    else entry.upload.start()
  }
  const enqueue = (files: readonly { file: File; place: Place }[]): void => {
    const entries = files.map(({ file, place }) => ({ id: newId(), name: file.name, bytes: file.size, file, place }))
    const refresh = (): void => {
      for (const queryKey of [keys.assets, keys.mediaJobs, keys.folders]) void client.invalidateQueries({ queryKey })
    }
    for (const { id, file, place } of entries) {
      const upload = tusUpload(file, place, (progress) => tell(id, progress), refresh)
      uploads.current.set(id, { upload, isReplacing: place.replaces !== undefined })
    }
    dispatch({ type: 'added', entries: entries.map(({ id, name, bytes }) => ({ id, name, bytes })) })
  }
  /** The folder of this path under the open one; making one that is there gives that one. */
  const folderFor = async (path: readonly string[], made: Map<string, string>): Promise<string | null> => {
    let parentId = folderId
    for (const [depth, name] of path.entries()) {
      const key = path.slice(0, depth + 1).join('/')
      const known = made.get(key) ?? folders.find((each) => each.parentId === parentId && each.name === name)?.id
      parentId = known ?? (await saveFolder.mutateAsync({ id: null, folder: { name, parentId, version: 0 } })).id
      made.set(key, parentId)
    }
    return parentId
  }

  useEffect(() => {
    const busy = list.filter(({ progress }) => progress.state === 'sending' || progress.state === 'checking').length
    const waiting = list.filter(({ progress }) => progress.state === 'waiting')
    for (const { id } of waiting.slice(0, Math.max(0, AT_ONCE - busy))) start(id)
  }, [list])
  useEffect(() => {
    const running = uploads.current
    return () => running.forEach(({ upload }) => void upload.abort())
  }, [])

  const pause = (id: string): void => {
    const entry = list.find((each) => each.id === id)
    void uploads.current.get(id)?.upload.abort()
    tell(id, { state: 'paused', sentBytes: entry?.progress.state === 'sending' ? entry.progress.sentBytes : 0 })
  }
  return {
    list,
    add: (files) => {
      const made = new Map<string, string>()
      const placed = async (): Promise<void> => {
        const all: { file: File; place: Place }[] = []
        for (const { file, folders: path } of files)
          all.push({ file, place: { folderId: await folderFor(path, made) } })
        enqueue(all)
      }
      // A folder that cannot be made has said so itself; its files go where the others go.
      placed().catch(() => enqueue(files.map(({ file }) => ({ file, place: { folderId } }))))
    },
    replace: (file, { id, version }) => enqueue([{ file, place: { folderId: null, replaces: { id, version } } }]),
    pause,
    resume: start,
    cancel: (id) => {
      const begun = uploads.current.get(id)?.upload
      // The part that was sent is deleted on the server too; if that fails, its housekeeping does it.
      void begun?.abort(begun.url !== null).catch(() => undefined)
      uploads.current.delete(id)
      dispatch({ type: 'removed', id })
    },
    pauseAll: () => {
      for (const { id, progress } of list) if (progress.state === 'sending' || progress.state === 'waiting') pause(id)
    },
    resumeAll: () => {
      for (const { id, progress } of list) if (progress.state === 'paused') tell(id, { state: 'waiting' })
    },
    tidy: () => dispatch({ type: 'tidied' }),
  }
}
