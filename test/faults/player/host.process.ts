/** The real kiosk host as a process of its own, which also lends its parent the camera that it has by its debugging pipe. */
import { chromiumCamera } from '@akari/player/kiosk-browser/camera'
import { readConfig } from '@akari/player/kiosk-browser/config'
import { startKioskBrowser } from '@akari/player/kiosk-browser/run'
import { z } from 'zod'
import { type GlassLook, HostAsk, type HostMessage, luminanceVariance } from './look.ts'

const { browser, close } = await startKioskBrowser(readConfig())
const camera = chromiumCamera(browser.page)
const Evaluated = z.object({ result: z.object({ value: z.tuple([z.string(), z.string()]).nullable() }) })
const MARKS = `(() => {
  const glass = document.querySelector('[data-scene][data-layer]')
  return glass === null ? null : [glass.dataset.scene, glass.dataset.layer]
})()`

async function look(): Promise<GlassLook> {
  const page = await browser.page()
  const { width, height } = await camera.size()
  const pixels = await camera.take({ x: 0, y: 0, width, height })
  const told = await page.send('Runtime.evaluate', { expression: MARKS, returnByValue: true })
  const [scene, layer] = Evaluated.parse(told).result.value ?? [null, null]
  return { scene, layer, variance: luminanceVariance(pixels) }
}

const tell = (message: HostMessage): void => void process.send?.(message)
process.on('message', (message) => {
  const { id } = HostAsk.parse(message)
  void look()
    .catch(() => null) // no page, or none that answers: that is what is told
    .then((seen) => tell({ kind: 'look', id, browser: browser.pid(), look: seen }))
})
process.once('SIGTERM', () => {
  void close().then(() => process.connected && process.disconnect())
})
tell({ kind: 'started' })
