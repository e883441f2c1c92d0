/**
 * `node content-samples/authoring/town/make-streets-picture.ts`: draws `town/streets.pmtiles` to `town/streets.webp` as the console does
 * for tiles that staff send, and writes which area it shows. Needs Chromium.
 */
import { createReadStream, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import { tmpdir } from 'node:os'
import { extname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { areaOfView, PICTURE_PX, pictureArea, viewOfArea } from '@akari/basemap'
import { GeoArea, TownMap } from '@akari/protocol'
import { chromium } from '@playwright/test'
import { build } from 'vite'
import { sampleTownMap } from '../../src/sample-town.ts'
import { streetsArea } from './streets/street-tiles.ts'

const TYPES: Record<string, string> = { '.html': 'text/html', '.js': 'text/javascript', '.css': 'text/css' }
const TOWN = new URL('../../town/', import.meta.url)

const folder = mkdtempSync(join(tmpdir(), 'streets-'))
await build({
  configFile: false,
  root: fileURLToPath(new URL('picture-page', import.meta.url)),
  base: './',
  logLevel: 'warn',
  build: { outDir: folder, assetsInlineLimit: 0, chunkSizeWarningLimit: 1500 },
})
const server = createServer((request, response) => {
  const name = request.url === '/' ? '/index.html' : (request.url ?? '')
  const path = name === '/streets.pmtiles' ? fileURLToPath(new URL('streets.pmtiles', TOWN)) : join(folder, name)
  response.writeHead(200, { 'content-type': TYPES[extname(path)] ?? 'application/octet-stream' })
  createReadStream(path)
    .on('error', () => response.destroy())
    .pipe(response)
})
await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
const address = server.address()
const origin = typeof address === 'object' && address !== null ? `http://127.0.0.1:${address.port}` : ''
const area = pictureArea(frameOf(sampleTownMap()), streetsArea())
if (area === null) throw new Error('the town lies outside its streets')
const browser = await chromium.launch({
  executablePath: '/usr/bin/chromium',
  args: ['--no-sandbox', '--enable-unsafe-swiftshader'],
})
const page = await browser.newPage()
await page.goto(origin)
await page.waitForSelector('html[data-ready]', { state: 'attached' })
const asked = [`${origin}/streets.pmtiles`, area, PICTURE_PX].map((each) => JSON.stringify(each)).join()
const url = await page.evaluate<string>(`window.drawPicture(${asked})`)
await browser.close()
server.close()
rmSync(folder, { recursive: true })
writeFileSync(new URL('streets.webp', TOWN), Buffer.from(url.slice(url.indexOf(',') + 1), 'base64'))
const shown = GeoArea.parse(areaOfView(viewOfArea(area, PICTURE_PX)))
writeFileSync(new URL('streets.json', TOWN), `${JSON.stringify({ area: shown }, null, 2)}\n`)

/** What of the town has to be seen. */
function frameOf({ boundary, places }: TownMap): GeoArea {
  const points = [...boundary.flat(), ...places.map(({ at }) => at)]
  const [lats, lons] = [points.map(({ lat }) => lat), points.map(({ lon }) => lon)]
  return {
    southWest: { lat: Math.min(...lats), lon: Math.min(...lons) },
    northEast: { lat: Math.max(...lats), lon: Math.max(...lons) },
  }
}
