/** What became of a file: a new asset, the one that was there, or work that goes on. */
export type Outcome =
  | { how: 'new' | 'present' | 'restored' | 'replaced'; assetId: string }
  | { how: 'document'; jobId: string }

/** How far one file is on its way. */
export type UploadProgress =
  | { state: 'waiting' }
  | { state: 'sending'; sentBytes: number }
  | { state: 'paused'; sentBytes: number }
  /** Everything is sent; the server looks whether it can be shown. */
  | { state: 'checking' }
  | { state: 'done'; outcome: Outcome | null }
  | { state: 'failed'; error: unknown; sentBytes: number }

export type UploadEntry = { id: string; name: string; bytes: number; progress: UploadProgress }

type UploadAction =
  | { type: 'added'; entries: readonly { id: string; name: string; bytes: number }[] }
  | { type: 'progressed'; id: string; progress: UploadProgress }
  | { type: 'removed'; id: string }
  | { type: 'tidied' }

/** The list of uploads after something happened. */
export function uploadList(list: readonly UploadEntry[], action: UploadAction): readonly UploadEntry[] {
  switch (action.type) {
    case 'added':
      return [...list, ...action.entries.map((entry) => ({ ...entry, progress: { state: 'waiting' as const } }))]
    case 'progressed':
      return list.map((entry) => (entry.id === action.id ? { ...entry, progress: action.progress } : entry))
    case 'removed':
      return list.filter((entry) => entry.id !== action.id)
    case 'tidied':
      return list.filter((entry) => entry.progress.state !== 'done')
  }
}

/** Sent part in per cent. */
export function percentOf(entry: UploadEntry): number {
  if (entry.progress.state === 'checking' || entry.progress.state === 'done') return 100
  return entry.bytes === 0 ? 0 : Math.floor((sentOf(entry) / entry.bytes) * 100)
}

/** Sent part of all that are not refused, in per cent of their bytes. */
export function totalPercentOf(list: readonly UploadEntry[]): number {
  const wanted = list.filter(({ progress }) => progress.state !== 'failed')
  const bytes = wanted.reduce((sum, entry) => sum + entry.bytes, 0)
  const sent = wanted.reduce((sum, entry) => sum + sentOf(entry), 0)
  return bytes === 0 ? 0 : Math.floor((sent / bytes) * 100)
}

function sentOf({ bytes, progress }: UploadEntry): number {
  switch (progress.state) {
    case 'waiting':
      return 0
    case 'sending':
    case 'paused':
    case 'failed':
      return progress.sentBytes
    case 'checking':
    case 'done':
      return bytes
  }
}

/** What the file is called before staff give it a title: its name without the ending. */
export function titleFromFilename(filename: string): string {
  const stem = filename
    .replace(/\.[^.]+$/, '')
    .replaceAll(/[_]+/g, ' ')
    .trim()
  return stem === '' ? filename : stem
}
