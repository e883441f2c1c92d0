import type { Basemap } from '@akari/protocol'
import { expect, test } from '@playwright/test'
import { sampleBasemap } from '../visual/bus-scenarios.ts'
import { type GlassPage, LOBBY, openGlassPage } from '../visual/glass-page.ts'

/** Drawing without a GPU takes its time: the fewer pixels, the less. */
const SMALL = { ...LOBBY, widthPx: 960, heightPx: 540, mmPerPx: 1.268 }

let at: GlassPage

test.describe.configure({ mode: 'serial' })

test.beforeAll(async ({ browser }) => {
  at = await openGlassPage(browser)
})
test.afterAll(() => at.close())

test('a display without a GPU lays its maps over the picture of the streets, and says so in its log', async () => {
  await at.show('busmap-streets')
  await groundIs('picture')
  await expect(at.page.locator('.ak-bus-map .ak-town-veil')).toBeVisible()
  await expect(at.page.locator('.ak-bus-map .ak-board-foot')).toContainText('あかり市（見本の地図）')
  await expect
    .poll(() => at.glass.said.find(({ type }) => type === 'screen.graphics'))
    .toMatchObject({ streets: 'picture' })
  await at.show('townmap-streets', SMALL)
  await groundIs('picture')
})

test('without its picture a map is drawn in outlines, as one without streets', async () => {
  await shown((basemap) => ({ ...basemap, picture: undefined }))
  await expect(at.page.locator('.ak-town-scene .ak-town-land')).toBeVisible()
  await expect(at.page.locator('.ak-town-scene .ak-town-veil')).toHaveCount(0)
})

test('streets that the display draws itself lie exactly where those of the picture do', async () => {
  await shown((basemap) => basemap)
  await groundIs('picture')
  const picture = await paper()
  await shown((basemap) => basemap, 'drawn')
  await groundIs('drawn')
  const drawn = await paper()
  const away = await at.page.evaluate(difference, { picture, drawn, shift: 0 })
  const beside = await at.page.evaluate(difference, { picture, drawn, shift: 3 })
  expect(away).toBeLessThan(beside / 2)
})

test('tiles that cannot be drawn are reported, and the picture stays', async () => {
  const broken = at.keep(Buffer.from('PMTiles of nobody'), 'application/vnd.pmtiles')
  await shown((basemap) => ({ ...basemap, tiles: { ...broken, mediaType: 'application/vnd.pmtiles' } }), 'drawn')
  await expect
    .poll(() => at.glass.said.some((said) => said.type === 'screen.fault' && said.code === 'streets-undrawn'))
    .toBe(true)
  await groundIs('picture')
})

/** What lies beneath the one map that is on the glass. Without a GPU drawing takes its time. */
async function groundIs(by: 'picture' | 'drawn'): Promise<void> {
  const streets = at.page.locator('.ak-town-streets')
  await expect(streets).toHaveCount(1)
  await expect(streets).toHaveAttribute('data-by', by, { timeout: 60_000 })
}

/** The town's map with a basemap that was changed. */
async function shown(change: (basemap: Basemap) => object, streets?: 'drawn'): Promise<void> {
  const state = at.state('townmap-streets', SMALL)
  const basemap = change(sampleBasemap(at.keep))
  const json = JSON.stringify(state, (key, value: unknown) => (key === 'basemap' ? basemap : value))
  at.glass.show({ ...(JSON.parse(json) as typeof state), ...(streets && { streets }) })
  await at.page.locator(`[data-testid="glass"][data-revision="${state.revision}"]`).waitFor()
}

/** The map as it is on the glass, its marks and names hidden. */
async function paper(): Promise<string> {
  const map = at.page.locator('.ak-town-scene .ak-town-paper')
  const style = '.ak-town-map { visibility: hidden }'
  return `data:image/png;base64,${(await map.screenshot({ style, type: 'png' })).toString('base64')}`
}

/** How much two pictures differ on average, of 255, the one moved to the right by some pixels. */
async function difference({
  picture,
  drawn,
  shift,
}: {
  picture: string
  drawn: string
  shift: number
}): Promise<number> {
  const pixels = async (url: string, left: number): Promise<Uint8ClampedArray> => {
    const bytes = Uint8Array.from(atob(url.slice(url.indexOf(',') + 1)), (letter) => letter.charCodeAt(0))
    const image = await createImageBitmap(new Blob([bytes], { type: 'image/png' }))
    const pen = new OffscreenCanvas(image.width - 20, image.height - 20).getContext('2d')
    if (pen === null) throw new Error('no canvas')
    pen.drawImage(image, -10 + left, -10)
    return pen.getImageData(0, 0, image.width - 20, image.height - 20).data
  }
  const [one, other] = [await pixels(picture, 0), await pixels(drawn, shift)]
  return one.reduce((sum, value, n) => sum + Math.abs(value - (other[n] ?? 0)), 0) / one.length
}
