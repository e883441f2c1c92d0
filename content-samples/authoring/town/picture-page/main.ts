import { drawStreets, inflateInPage, readArchive } from '@akari/basemap/draw'
import { viewOfArea } from '@akari/basemap/view'
import type { GeoArea } from '@akari/protocol'

declare global {
  interface Window {
    /** Draws the tiles at a URL; the picture as a URL of WebP data. */
    drawPicture: (tilesUrl: string, area: GeoArea, longPx: number) => Promise<string>
  }
}

window.drawPicture = async (tilesUrl, area, longPx) => {
  const bytes = new Uint8Array(await (await fetch(tilesUrl)).arrayBuffer())
  const archive = await readArchive(bytes, inflateInPage)
  const canvas = await drawStreets(archive, 'protomaps', viewOfArea(area, longPx), {
    signal: AbortSignal.timeout(120_000),
  })
  return canvas.toDataURL('image/webp', 0.9)
}
document.documentElement.dataset['ready'] = 'true'
