import { readFile } from 'node:fs/promises'
import { promisify } from 'node:util'
import { gunzip } from 'node:zlib'
import { ArchiveFault, checkArchive, readArchive } from '@akari/basemap'
import { BasemapTiles } from '@akari/protocol'
import { z } from 'zod'
import { askedThread, type ThreadOptions } from '../asked-thread.ts'

/** What is found in a file of tiles, or what is wrong with it (`code` of ArchiveFault). */
export const CheckedTiles = z.discriminatedUnion('ok', [
  z.object({ ok: z.literal(true), found: BasemapTiles.omit({ tiles: true }) }),
  z.object({ ok: z.literal(false), code: z.string(), detail: z.string() }),
])
export type CheckedTiles = z.infer<typeof CheckedTiles>

export type TilesQuestion = { id: number; task: { path: string } }
const TilesAnswer = z.object({ id: z.int(), checked: CheckedTiles })
export type TilesAnswer = z.infer<typeof TilesAnswer>

/** Where the thread starts: beside this file, in the checkout as TypeScript and in a release as a bundle. */
export const TILES_WORKER_ENTRY = new URL(
  import.meta.url.endsWith('.ts') ? './tiles.worker.ts' : './tiles.worker.js',
  import.meta.url,
)

/** Reads files of strangers in a thread of its own; see asked-thread.ts. */
export type TilesThread = { check: (path: string) => Promise<CheckedTiles>; close: () => Promise<void> }

export function startTilesThread(options: ThreadOptions): TilesThread {
  const { ask, close } = askedThread<TilesQuestion['task'], TilesAnswer>(options, (message) => {
    const answer = TilesAnswer.safeParse(message)
    return answer.success ? answer.data : null
  })
  return { check: async (path) => (await ask({ path })).checked, close }
}

/** The same without a thread, for a handful of small files. */
export function tilesWorkHere(): TilesThread {
  return { check: checkTiles, close: () => Promise.resolve() }
}

const unpack = promisify(gunzip)

export async function checkTiles(path: string): Promise<CheckedTiles> {
  try {
    const archive = await readArchive(new Uint8Array(await readFile(path)), (packed, most) =>
      unpack(packed, { maxOutputLength: most }),
    )
    return { ok: true, found: await checkArchive(archive) }
  } catch (error) {
    if (error instanceof ArchiveFault) return { ok: false, code: error.code, detail: error.message.slice(0, 200) }
    throw error
  }
}
