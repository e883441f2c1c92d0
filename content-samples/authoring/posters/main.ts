/** Renders the posters to `media/`: `node authoring/posters/main.ts [key…]`. Needs Chromium. */
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import sharp from 'sharp'
import { z } from 'zod'
import { FONTS_URL, openStudio } from '../browser.ts'
import { COLOUR } from '../motifs.ts'
import { checkup, mynumber, tax, waste } from './scenes-city.ts'
import { festival, heat, reading, sakura } from './scenes-nature.ts'
import type { Orientation, Theme } from './template.ts'
import { PAGE, posterPage, PosterText } from './template.ts'

interface Design extends Theme {
  picture: () => string
  orientations: readonly Orientation[]
}
const both = ['landscape', 'portrait'] as const
const onDark = { text: COLOUR.paper, accent: '#F3D9B4' }
const onLight = { text: COLOUR.ink, accent: COLOUR.kingfisher }
const DESIGNS: Readonly<Record<string, Design>> = {
  festival: { field: COLOUR.deep, ...onDark, picture: festival, orientations: both },
  tax: { field: COLOUR.paper, ...onLight, picture: tax, orientations: ['landscape'] },
  reading: { field: COLOUR.zelkova, ...onDark, picture: reading, orientations: both },
  waste: { field: COLOUR.dew, ...onLight, accent: COLOUR.zelkova, picture: waste, orientations: both },
  heat: { field: COLOUR.mist, ...onLight, picture: heat, orientations: ['landscape'] },
  checkup: { field: '#FCF0F2', ...onLight, accent: '#A8475F', picture: checkup, orientations: ['landscape'] },
  sakura: { field: COLOUR.petal, ...onLight, accent: '#A8475F', picture: sakura, orientations: both },
  mynumber: { field: COLOUR.kingfisher, ...onDark, picture: mynumber, orientations: both },
}

const here = (file: string): URL => new URL(file, import.meta.url)
const texts = z
  .record(z.string(), z.record(z.string(), PosterText))
  .parse(JSON.parse(readFileSync(here('posters.json'), 'utf8')))
const wanted = process.argv.slice(2)

const studio = await openStudio()
for (const [key, design] of Object.entries(DESIGNS)) {
  if (wanted.length > 0 && !wanted.includes(key)) continue
  for (const orientation of design.orientations) {
    for (const [language, text] of Object.entries(texts[key] ?? {})) {
      const picture = design.picture()
      const html = posterPage({ text, language, orientation, theme: design, picture, fontsUrl: FONTS_URL })
      const page = await studio.open(html, PAGE[orientation])
      const target = fileURLToPath(here(`../../media/${key}.${orientation}.${language}.webp`))
      await sharp(await page.screenshot())
        .webp({ quality: 90, effort: 5 })
        .toFile(target)
    }
  }
}
await studio.close()
