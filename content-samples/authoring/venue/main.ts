/** Draws the sample city hall and writes it as an IMDF 1.0 archive: `node authoring/venue/main.ts`. */
import { writeFileSync } from 'node:fs'
import { drawVenue } from './draw-venue.ts'

for (const [file, text] of drawVenue()) writeFileSync(new URL(`../../venue/${file}`, import.meta.url), text)
