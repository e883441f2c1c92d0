/**
 * Which level a plan is of, by what its name ends in: `hall_B1.svg` is B1, `hall_2F.svg`, `hall_floor2.svg` and `map_2.svg`
 * are 2F. One without a number is the next in order, counted from 1F.
 */
export function levelOfFile(file: string, index: number): { id: string; ordinal: number } {
  const name = file.replace(/\.svg$/i, '').normalize('NFKC')
  const below = /(?:^|[^A-Za-z])B(\d{1,2})F?$/i.exec(name)?.[1]
  if (below !== undefined) return { id: `B${Number(below)}`, ordinal: -Number(below) }
  const above = /(\d{1,2})(?:F|階)?$/i.exec(name)?.[1]
  const floor = above === undefined || Number(above) === 0 ? index + 1 : Number(above)
  return { id: `${floor}F`, ordinal: floor - 1 }
}
