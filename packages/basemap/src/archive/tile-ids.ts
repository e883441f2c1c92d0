/** A square of Web Mercator. */
export interface TilePlace {
  z: number
  x: number
  y: number
}

/** Deeper than streets are ever drawn; ids stay exact numbers. */
export const MOST_ZOOM = 18

/** How many tiles come before those of zoom `z`. */
export function tilesBefore(z: number): number {
  return (4 ** z - 1) / 3
}

/** The number of a tile along the Hilbert curves of all zooms (PMTiles v3 §4). */
export function tileIdOf({ z, x, y }: TilePlace): number {
  let [rx, ry, id] = [x, y, tilesBefore(z)]
  for (let half = 2 ** (z - 1); half >= 1; half /= 2) {
    const right = Math.floor(rx / half) % 2
    const lower = Math.floor(ry / half) % 2
    id += half * half * ((3 * right) ^ lower)
    if (lower === 0) {
      if (right === 1) [rx, ry] = [half * 2 - 1 - (rx % (half * 2)), half * 2 - 1 - (ry % (half * 2))]
      ;[rx, ry] = [ry, rx]
    }
  }
  return id
}
