import { readFileSync } from 'node:fs'
import { TownMap } from '@akari/protocol'

/** The sample's town in outlines: its border, green, water, public buildings and shelters. Throws a ZodError when damaged. */
export function sampleTownMap(): TownMap {
  return TownMap.parse(JSON.parse(readFileSync(new URL('../town/town-map.json', import.meta.url), 'utf8')))
}
