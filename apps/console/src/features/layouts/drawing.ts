import { lined } from '@akari/programme'
import { type GlassShape, LayoutInput, ZoneArea } from '@akari/protocol'
import { z } from 'zod'

/** A zone while it is drawn; `playlistId` is empty until somebody chooses one. */
export const DrawnZone = z.object({ id: z.string(), area: ZoneArea, playlistId: z.string() })
export type DrawnZone = z.infer<typeof DrawnZone>

/** A layout while it is drawn. A shape that nobody drew is left out: it follows from the other. */
export const Drawing = z.object({
  name: z.string(),
  landscape: z.array(DrawnZone).optional(),
  portrait: z.array(DrawnZone).optional(),
})
export type Drawing = z.infer<typeof Drawing>

/** Which of the two drawings is for glasses of this shape. */
export function drawnFor(shape: GlassShape): 'landscape' | 'portrait' {
  return shape === 'tall' ? 'portrait' : 'landscape'
}

/** The zones on a glass of this shape, and whether somebody drew them for it. */
export function zonesOn(drawing: Drawing, shape: GlassShape): { zones: readonly DrawnZone[]; drawn: boolean } {
  const own = drawing[drawnFor(shape)]
  if (own !== undefined) return { zones: own, drawn: true }
  return { zones: followed(drawing, shape), drawn: false }
}

/** What follows for this shape from the drawing for the other. */
export function followed(drawing: Drawing, shape: GlassShape): DrawnZone[] {
  const other = drawing[drawnFor(shape === 'tall' ? 'wide' : 'tall')] ?? []
  return lined(other, shape === 'tall' ? 'down' : 'across')
}

/** What is still to be done before it can be saved; null: nothing. */
export function missingOf(drawing: Drawing): 'name' | 'zones' | 'playlists' | null {
  const drawings = [drawing.landscape, drawing.portrait].filter((zones) => zones !== undefined)
  if (drawings.some((zones) => zones.length === 0)) return 'zones'
  if (drawings.flat().some(({ playlistId }) => playlistId === '')) return 'playlists'
  return drawing.name.trim() === '' ? 'name' : null
}

/** As the server takes it; null while something is missing. */
export function inputOf(drawing: Drawing, version: number): LayoutInput | null {
  if (missingOf(drawing) !== null) return null
  const read = LayoutInput.safeParse({ ...drawing, version })
  return read.success ? read.data : null
}

/** Is there anything in one that the other has not? */
export function differs(a: Drawing, b: Drawing): boolean {
  return JSON.stringify([a.name, a.landscape, a.portrait]) !== JSON.stringify([b.name, b.landscape, b.portrait])
}
