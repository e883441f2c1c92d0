/** `node content-samples/authoring/town/make-streets.ts`: writes the streets of the sample's town (PMTiles). */
import { writeFileSync } from 'node:fs'
import { streetTiles } from './streets/street-tiles.ts'

writeFileSync(new URL('../../town/streets.pmtiles', import.meta.url), streetTiles())
