import type { StreetsSchema } from '@akari/protocol'
import { addProtocol, Map as MapLibre, removeProtocol, setWorkerUrl } from 'maplibre-gl'
import workerUrl from 'maplibre-gl/dist/maplibre-gl-worker.mjs?worker&url'
import type { Archive } from '../archive/read-archive.ts'
import { streetsStyle } from '../style/streets-style.ts'
import type { StreetsView } from '../view.ts'

export { type Archive, readArchive } from '../archive/read-archive.ts'
export { inflateInPage } from './inflate.ts'

setWorkerUrl(workerUrl)

export interface DrawOptions {
  /** Ends what takes too long, or is not wanted any more. */
  signal: AbortSignal
  /** How many of the tiles that are needed are there. */
  onProgress?: (done: number, total: number) => void
}

/**
 * Draws the streets of a view once, into a picture of its own. MapLibre is there only meanwhile: no WebGL context lives on that could be
 * lost, and nothing costs while the picture is looked at. Rejects where there is no WebGL2, its context is lost, a tile cannot be read, or
 * `signal` says so.
 */
export async function drawStreets(
  archive: Archive,
  schema: StreetsSchema,
  view: StreetsView,
  { signal, onProgress }: DrawOptions,
): Promise<HTMLCanvasElement> {
  const place = placeFor(view)
  const protocol = `streets-${crypto.randomUUID()}`
  let [asked, come] = [0, 0]
  addProtocol(protocol, async ({ url }) => {
    onProgress?.(come, ++asked)
    const [, z, x, y] = /(\d+)\/(\d+)\/(\d+)$/.exec(url) ?? []
    const tile = await archive.tile({ z: Number(z), x: Number(x), y: Number(y) })
    onProgress?.(++come, asked)
    // Where nothing is, there is an empty tile.
    return { data: tile === null ? new ArrayBuffer(0) : new Uint8Array(tile).buffer }
  })
  let map: MapLibre | null = null
  try {
    map = new MapLibre({
      container: place,
      style: streetsStyle(
        schema,
        { url: `${protocol}://{z}/{x}/{y}`, minZoom: archive.header.minZoom, maxZoom: archive.header.maxZoom },
        view.centre.lat,
      ),
      center: [view.centre.lon, view.centre.lat],
      zoom: view.zoom,
      pixelRatio: view.ratio,
      maxCanvasSize: [8192, 8192],
      interactive: false,
      attributionControl: false,
      fadeDuration: 0,
      trackResize: false,
      renderWorldCopies: false,
      canvasContextAttributes: { preserveDrawingBuffer: true },
    })
    await untilDrawn(map, signal)
    return copyOf(map.getCanvas())
  } finally {
    map?.remove()
    removeProtocol(protocol)
    place.remove()
  }
}

/** MapLibre measures what it draws into, so it has to be in the page; nobody sees it. */
function placeFor({ w, h }: StreetsView): HTMLElement {
  const place = document.createElement('div')
  place.ariaHidden = 'true'
  Object.assign(place.style, {
    position: 'fixed',
    left: '0',
    top: '0',
    width: `${w}px`,
    height: `${h}px`,
    overflow: 'hidden',
    visibility: 'hidden',
    pointerEvents: 'none',
  })
  document.body.append(place)
  return place
}

function untilDrawn(map: MapLibre, signal: AbortSignal): Promise<void> {
  return new Promise((drawn, failed) => {
    const fail = (why: string): void => failed(new Error(why))
    map.once('idle', () => drawn())
    map.on('error', ({ error }) => fail(error.message))
    map.on('webglcontextlost', () => fail('the WebGL context was lost'))
    signal.addEventListener('abort', () => fail(String(signal.reason)), { once: true })
    if (signal.aborted) fail(String(signal.reason))
  })
}

function copyOf(canvas: HTMLCanvasElement): HTMLCanvasElement {
  const copy = document.createElement('canvas')
  copy.width = canvas.width
  copy.height = canvas.height
  const pen = copy.getContext('2d')
  if (pen === null) throw new Error('no canvas to copy onto')
  pen.drawImage(canvas, 0, 0)
  return copy
}
