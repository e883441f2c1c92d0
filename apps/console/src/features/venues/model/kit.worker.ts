import type { VenueEdits, VenueModel } from '@akari/protocol'
import { type VenueKit, venueKit } from './kit.ts'

/** The plan once, the edits whenever they change. */
export type KitQuestion = { model: VenueModel } | { edits: VenueEdits; turn: number }
export type KitAnswer = { turn: number; kit: VenueKit }

let held: VenueModel | null = null

addEventListener('message', ({ data }: MessageEvent<KitQuestion>) => {
  if ('model' in data) held = data.model
  else if (held !== null) postMessage({ turn: data.turn, kit: venueKit(held, data.edits) } satisfies KitAnswer)
})
