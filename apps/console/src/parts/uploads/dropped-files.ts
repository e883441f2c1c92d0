/** A file and the folders it lies in, from the outermost. */
export type Chosen = { file: File; folders: readonly string[] }

const MAX_FILES = 2000

/** Everything that fell, with what is in folders that fell. Has to be called while the drop is handled. */
export async function droppedFiles(transfer: DataTransfer): Promise<Chosen[]> {
  const entries = [...transfer.items].map((item) => (item.kind === 'file' ? item.webkitGetAsEntry() : null))
  const plain = [...transfer.files]
  if (entries.every((entry) => entry === null)) return plain.map((file) => ({ file, folders: [] }))
  const found: Chosen[] = []
  for (const entry of entries) if (entry !== null) await collect(entry, [], found)
  return found
}

/** What the file dialog gave; of a chosen folder every file knows its path. */
export function chosenFiles(files: FileList | null): Chosen[] {
  return [...(files ?? [])].map((file) => ({ file, folders: file.webkitRelativePath.split('/').slice(0, -1) }))
}

async function collect(entry: FileSystemEntry, folders: readonly string[], found: Chosen[]): Promise<void> {
  // What systems leave behind in folders (.DS_Store, Thumbs.db) is nobody's picture.
  if (found.length >= MAX_FILES || entry.name.startsWith('.') || entry.name === 'Thumbs.db') return
  if (isFile(entry)) {
    found.push({ file: await new Promise<File>((resolve, reject) => entry.file(resolve, reject)), folders })
    return
  }
  if (!isDirectory(entry)) return
  const reader = entry.createReader()
  for (;;) {
    const some = await new Promise<FileSystemEntry[]>((resolve, reject) => reader.readEntries(resolve, reject))
    if (some.length === 0) return
    for (const each of some) await collect(each, [...folders, entry.name], found)
  }
}

function isFile(entry: FileSystemEntry): entry is FileSystemFileEntry {
  return entry.isFile
}

function isDirectory(entry: FileSystemEntry): entry is FileSystemDirectoryEntry {
  return entry.isDirectory
}
