/** Metres east and north of the city hall. */
export type Spot = readonly [east: number, north: number]

/** The same numbers at every run: mulberry32. */
export function seededRandom(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

export function distanceToLine([x, y]: Spot, line: readonly Spot[]): number {
  let nearest = Infinity
  for (const [n, [ax, ay]] of line.entries()) {
    const [bx, by] = line[n + 1] ?? [ax, ay]
    const [dx, dy] = [bx - ax, by - ay]
    const square = dx * dx + dy * dy
    const along = square === 0 ? 0 : Math.max(0, Math.min(1, ((x - ax) * dx + (y - ay) * dy) / square))
    nearest = Math.min(nearest, Math.hypot(x - ax - along * dx, y - ay - along * dy))
  }
  return nearest
}

export function isInside([x, y]: Spot, ring: readonly Spot[]): boolean {
  const crossed = ring.filter(([ax, ay], n) => {
    const [bx, by] = ring[(n + 1) % ring.length] ?? [ax, ay]
    return ay > y !== by > y && x < ax + ((y - ay) / (by - ay)) * (bx - ax)
  })
  return crossed.length % 2 === 1
}

/** A line that goes on at both ends, straight, for so many metres. */
export function longer(line: readonly Spot[], metres: number): Spot[] {
  const end = (last: Spot | undefined, before: Spot | undefined): Spot[] => {
    if (last === undefined || before === undefined) return []
    const [dx, dy] = [last[0] - before[0], last[1] - before[1]]
    const share = metres / Math.hypot(dx, dy)
    return [[last[0] + dx * share, last[1] + dy * share]]
  }
  return [...end(line[0], line[1]), ...line, ...end(line.at(-1), line.at(-2))]
}

/** The same line with its corners rounded off, twice (Chaikin). */
export function smooth(line: readonly Spot[]): Spot[] {
  let points = [...line]
  for (let turn = 0; turn < 2; turn++) {
    points = points.flatMap(([ax, ay], n): Spot[] => {
      const next = points[n + 1]
      if (next === undefined) return [[ax, ay]]
      const [bx, by] = next
      const near: Spot = [ax * 0.75 + bx * 0.25, ay * 0.75 + by * 0.25]
      const far: Spot = [ax * 0.25 + bx * 0.75, ay * 0.25 + by * 0.75]
      return n === 0 ? [[ax, ay], near, far] : [near, far]
    })
  }
  return points
}

/** A ring around a line, so wide; its width swells and shrinks by a fifth. */
export function banks(line: readonly Spot[], metres: number): Spot[] {
  const sides = line.map(([x, y], n): [Spot, Spot] => {
    const [px, py] = line[n - 1] ?? [x, y]
    const [nx, ny] = line[n + 1] ?? [x, y]
    const length = Math.hypot(nx - px, ny - py)
    const half = (metres / 2) * (1 + 0.2 * Math.sin(n / 3))
    const [ox, oy] = [(-(ny - py) / length) * half, ((nx - px) / length) * half]
    return [
      [x + ox, y + oy],
      [x - ox, y - oy],
    ]
  })
  return [...sides.map(([left]) => left), ...sides.map(([, right]) => right).toReversed()]
}

/** A rectangle around a spot, turned by so much. */
export function block([x, y]: Spot, wide: number, deep: number, turn = 0): Spot[] {
  const [cos, sin] = [Math.cos(turn), Math.sin(turn)]
  return [
    [-1, -1],
    [1, -1],
    [1, 1],
    [-1, 1],
  ].map(([sx = 0, sy = 0]): Spot => {
    const [dx, dy] = [(sx * wide) / 2, (sy * deep) / 2]
    return [x + dx * cos - dy * sin, y + dx * sin + dy * cos]
  })
}
