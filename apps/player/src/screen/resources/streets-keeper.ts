import type { StreetsView } from '@akari/basemap/view'
import type { Basemap } from '@akari/protocol'
import type { SceneResources } from '@akari/scenes'
import { fileUrl } from './file-url.ts'

/** Drawings that are kept: two boards, in two zones each. */
const MOST_KEPT = 4
const LIMIT_MS = 20_000
/** A display that failed so often goes on with pictures until its page starts anew. */
const MOST_FAILURES = 3

/** Draws streets, each view once, and remembers the last of them. Whatever goes wrong is reported, and gives null. */
export function streetsKeeper(report: (code: string, detail: string) => void): NonNullable<SceneResources['streets']> {
  const kept = new Map<string, Promise<HTMLCanvasElement | null>>()
  let failures = 0
  const draw = async (basemap: Basemap, view: StreetsView): Promise<HTMLCanvasElement | null> => {
    try {
      return await drawn(basemap, view)
    } catch (error) {
      failures += 1
      report('streets-undrawn', String(error))
      return null
    }
  }
  return async (basemap, view) => {
    const key = JSON.stringify([basemap.tiles.sha256, view])
    const known = kept.get(key)
    if (known === undefined && failures >= MOST_FAILURES) return null
    const drawing = known ?? draw(basemap, view)
    kept.delete(key)
    kept.set(key, drawing)
    for (const oldest of [...kept.keys()].slice(0, -MOST_KEPT)) kept.delete(oldest)
    const canvas = await drawing
    if (canvas === null) kept.delete(key)
    return canvas
  }
}

/** The tiles are read whole from the content set: nothing else is asked for anything. */
async function drawn({ tiles, schema }: Basemap, view: StreetsView): Promise<HTMLCanvasElement> {
  const response = await fetch(fileUrl(tiles.sha256))
  if (!response.ok) throw new Error(`the tiles: status ${response.status}`)
  const bytes = new Uint8Array(await response.arrayBuffer())
  const { drawStreets, inflateInPage, readArchive } = await import('@akari/basemap/draw')
  const archive = await readArchive(bytes, inflateInPage)
  return drawStreets(archive, schema, view, { signal: AbortSignal.timeout(LIMIT_MS) })
}
