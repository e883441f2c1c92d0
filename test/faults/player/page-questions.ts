import { chromiumCamera } from '@akari/player/kiosk-browser/camera'
import { browserProcesses } from '@akari/player/kiosk-browser/processes'
import type { KioskBrowser } from '@akari/player/kiosk-browser/run'
import { z } from 'zod'
import type { PageMemory } from './host-messages.ts'
import { type GlassLook, luminanceVariance } from './look.ts'

type Browser = KioskBrowser['browser']

const Marks = z.object({
  page: z.enum(['screen', 'built-in', 'other']),
  scene: z.string().nullable(),
  layer: z.string().nullable(),
  alertRevision: z.int().nullable(),
})
const MARKS = `(() => {
  const glass = document.querySelector('[data-scene][data-layer]')
  const { scene = null, layer = null, alertRevision = '' } = glass?.dataset ?? {}
  const isBuiltIn = location.protocol === 'data:' && document.querySelector('section svg') !== null
  return { page: glass !== null ? 'screen' : isBuiltIn ? 'built-in' : 'other', scene, layer, alertRevision: alertRevision === '' ? null : Number(alertRevision) }
})()`
const MIB = 1024 * 1024

/** What can be asked of the page on the glass, through the debugging pipe that its host holds. All reject while there is none. */
export function pageQuestions(browser: Browser) {
  const camera = chromiumCamera(browser.page)
  return {
    look: async (): Promise<GlassLook> => {
      // First what the page says: its pixels are then at least as new.
      const marks = Marks.parse(await evaluated(browser, MARKS))
      const { size, take } = camera()
      const pixels = await take({ x: 0, y: 0, ...(await size()) })
      return { ...marks, variance: luminanceVariance(pixels) }
    },
    shiftClock: (shiftMs: number) => shiftClock(browser, shiftMs),
    memory: () => memoryOf(browser),
    shows: async (text: string, limitMs: number): Promise<boolean> =>
      z.boolean().parse(await evaluated(browser, showsScript(text, limitMs))),
  }
}

async function evaluated(browser: Browser, expression: string): Promise<unknown> {
  const page = await browser.page()
  const told = await page.send('Runtime.evaluate', { expression, returnByValue: true, awaitPromise: true })
  return z.object({ result: z.object({ value: z.unknown() }) }).parse(told).result.value
}

/** The clock of the page that is there, and of every one that follows it in this browser. */
async function shiftClock(browser: Browser, shiftMs: number): Promise<true> {
  const page = await browser.page()
  await page.send('Page.addScriptToEvaluateOnNewDocument', { source: clockScript(shiftMs) })
  await evaluated(browser, clockScript(shiftMs))
  return true
}

function clockScript(shiftMs: number): string {
  return `(() => {
    const Real = globalThis.realDate ??= Date
    globalThis.Date = class extends Real {
      constructor(...given) { super(...(given.length === 0 ? [Real.now() + ${shiftMs}] : given)) }
      static now() { return Real.now() + ${shiftMs} }
    }
  })()`
}

const Heap = z.object({ usedSize: z.number(), backingStorageSize: z.number().default(0) })
const Counters = z.object({ documents: z.int(), nodes: z.int(), jsEventListeners: z.int() })

async function memoryOf(browser: Browser): Promise<PageMemory> {
  const page = await browser.page()
  const processes = browserProcesses(page.ask)
  await page.send('HeapProfiler.collectGarbage')
  const { usedSize, backingStorageSize } = Heap.parse(await page.send('Runtime.getHeapUsage'))
  const { nodes, jsEventListeners, documents } = Counters.parse(await page.send('Memory.getDOMCounters'))
  return {
    heapBytes: usedSize + backingStorageSize,
    rendererBytes: ((await processes.memoryMb('renderer')) ?? 0) * MIB,
    gpuBytes: ((await processes.memoryMb('GPU')) ?? 0) * MIB,
    nodes,
    listeners: jsEventListeners,
    documents,
  }
}

/** True once the words, or the names of the pictures, of what is on the stage contain the text; false after the limit. */
function showsScript(text: string, limitMs: number): string {
  return `new Promise((tell) => {
    const wanted = ${JSON.stringify(text)}
    const isThere = () => [...document.querySelectorAll('[data-place=shown]')].some((layer) =>
      layer.textContent.includes(wanted) || layer.querySelector('[alt*="' + wanted + '"], [aria-label*="' + wanted + '"]') !== null)
    if (isThere()) return tell(true)
    const end = (found) => { clearTimeout(timer); watch.disconnect(); tell(found) }
    const timer = setTimeout(end, ${limitMs}, false)
    const watch = new MutationObserver(() => isThere() && end(true))
    watch.observe(document.documentElement, { subtree: true, childList: true, attributes: true, characterData: true })
  })`
}
