import { storedZip } from '@akari/zip'
import type { Chosen } from '../../../parts/uploads/dropped-files.ts'

/**
 * What the CMS takes as one venue: a single file as it is, several in a zip archive with the folders they lie in.
 */
export async function packed(files: readonly Chosen[]): Promise<{ name: string; body: Blob }> {
  const [only, second] = files
  if (only !== undefined && second === undefined) return { name: only.file.name, body: only.file }
  const folder = only?.folders[0]
  return { name: `${folder ?? 'venue'}.zip`, body: await archiveOf(files) }
}

async function archiveOf(files: readonly Chosen[]): Promise<Blob> {
  const read = files.map(async ({ file, folders }) => ({
    path: [...folders, file.name].join('/'),
    bytes: new Uint8Array(await file.arrayBuffer()),
  }))
  return new Blob(storedZip(await Promise.all(read)), { type: 'application/zip' })
}
