/** The palette of the city hall's screens, with the few tints that flat illustration needs. */
export const COLOUR = {
  paper: '#FAF8F4',
  ink: '#1B1F23',
  kingfisher: '#00708A',
  deep: '#0A3F50',
  water: '#8CC3CF',
  mist: '#DDEEF1',
  zelkova: '#3F6B4B',
  leaf: '#8FB08F',
  dew: '#E9F0E5',
  cherry: '#E9A6B5',
  petal: '#F7DDE2',
  bark: '#5B4A42',
  amber: '#DE9A5C',
  sand: '#EADFCB',
} as const

/** A kingfisher perched, beak to the left; about 420 wide with its feet near (0, 0). */
export function kingfisher(x: number, y: number, scale = 1, flip = false): string {
  return `<g transform="translate(${x} ${y}) scale(${flip ? -scale : scale} ${scale})">
    <path d="M118-64 206 26 164 34 92-26Z" fill="${COLOUR.deep}"/>
    <path d="M-118-214C-124-116-66-14 60-4 122-8 138-44 124-86 104-164 30-262-50-272-92-270-116-250-118-214Z" fill="${COLOUR.kingfisher}"/>
    <path d="M-117-196C-112-104-58-12 58-4 22-34-10-62-26-104-38-140-66-184-117-196Z" fill="${COLOUR.amber}"/>
    <path d="M-24-176C50-168 112-104 140-18 66-30-14-72-32-130-36-150-34-170-24-176Z" fill="${COLOUR.deep}"/>
    <path d="M-8-160C54-146 98-96 122-36 62-52 4-88-10-130Z" fill="#2F95A8"/>
    <path d="M10-140C50-124 78-96 98-64 56-78 24-102 10-140Z" fill="${COLOUR.water}"/>
    <path d="M-112-232-250-196-112-206Z" fill="${COLOUR.ink}"/>
    <path d="M-46-196C-20-202-6-190-2-170-24-160-44-172-46-196Z" fill="${COLOUR.paper}"/>
    <path d="M-78-204C-60-216-44-208-42-194-52-182-72-186-78-204Z" fill="${COLOUR.amber}"/>
    <circle cx="-84" cy="-226" r="14" fill="${COLOUR.ink}"/><circle cx="-88" cy="-231" r="4.5" fill="${COLOUR.paper}"/>
    ${[
      [-40, -252],
      [-14, -240],
      [-62, -258],
      [8, -222],
      [-30, -228],
    ]
      .map(([cx, cy]) => `<circle cx="${cx}" cy="${cy}" r="4.5" fill="${COLOUR.water}"/>`)
      .join('')}
    <path d="M10-8v20M34-8v20" stroke="${COLOUR.amber}" stroke-width="9" stroke-linecap="round"/>
  </g>`
}

/** A five-petalled cherry blossom of the given radius. */
export function blossom(x: number, y: number, radius: number, turn = 0, fill: string = COLOUR.cherry): string {
  const petal = 'M0 0C-.5-.28-.5-.86-.16-1L0-.86.16-1C.5-.86.5-.28 0 0Z'
  const petals = [0, 72, 144, 216, 288].map((angle) => `<path d="${petal}" transform="rotate(${angle})"/>`).join('')
  const stamens = [36, 108, 180, 252, 324]
    .map((angle) => `<circle cx="0" cy="-.34" r=".055" transform="rotate(${angle})"/>`)
    .join('')
  return `<g transform="translate(${x} ${y}) rotate(${turn}) scale(${radius})"><g fill="${fill}">${petals}</g><g fill="${COLOUR.bark}" opacity=".75"><circle r=".09"/>${stamens}</g></g>`
}

/** Rows of quiet waves (青海波) filling a rectangle from `y` down. */
export function waves(y: number, rows: number, colours: readonly [string, string]): string {
  const radius = 62
  const scales = Array.from({ length: rows }, (_, row) =>
    Array.from({ length: 20 }, (__, column) => {
      const cx = column * radius * 2 - (row % 2 === 0 ? 0 : radius) - 200
      const cy = y + row * radius * 0.5 + radius
      const rings = [1, 0.72, 0.44].map(
        (r, i) => `<circle cx="${cx}" cy="${cy}" r="${radius * r}" fill="${colours[i % 2]}"/>`,
      )
      return rings.join('')
    }).join(''),
  )
  return scales.join('')
}

/** A lantern (提灯) hanging from (x, y), with one character on it. */
export function lantern(x: number, y: number, width: number, fill: string, ink: string, character: string): string {
  const height = width * 1.22
  const ribs = [0.2, 0.35, 0.5, 0.65, 0.8].map((part) => {
    const half = Math.sqrt(1 - (2 * part - 1) ** 2) * 0.06 * width
    return `<path d="M${-width / 2 + width * 0.02} ${height * part}q${width * 0.48} ${half + 6} ${width * 0.96} 0" fill="none" stroke="${ink}" stroke-opacity=".16" stroke-width="3"/>`
  })
  return `<g transform="translate(${x} ${y})">
    <path d="M0-34V0" stroke="${COLOUR.paper}" stroke-opacity=".7" stroke-width="4"/>
    <rect x="${-width / 2}" y="0" width="${width}" height="${height}" rx="${width * 0.46}" fill="${fill}"/>${ribs.join('')}
    <rect x="${-width * 0.24}" y="-8" width="${width * 0.48}" height="16" rx="5" fill="${COLOUR.ink}"/>
    <rect x="${-width * 0.24}" y="${height - 8}" width="${width * 0.48}" height="16" rx="5" fill="${COLOUR.ink}"/>
    <text x="0" y="${height * 0.5 + width * 0.17}" font-size="${width * 0.48}" font-weight="700" text-anchor="middle" fill="${ink}">${character}</text>
  </g>`
}

/** A zelkova leaf, stalk at (x, y). */
export function leaf(x: number, y: number, length: number, turn: number, fill: string): string {
  return `<g transform="translate(${x} ${y}) rotate(${turn}) scale(${length / 100})"><path d="M0 0C-34-22-34-70 0-100 34-70 34-22 0 0Z" fill="${fill}"/><path d="M0 6V-84M0-26l-17-16M0-26l17-16M0-50l-15-15M0-50l15-15" fill="none" stroke="${COLOUR.paper}" stroke-opacity=".55" stroke-width="3"/></g>`
}

/** The round field behind a picture; `ground` is drawn inside it only. */
export function disc(fill: string, ground: string): string {
  return `<clipPath id="disc"><circle cx="500" cy="500" r="440"/></clipPath><circle cx="500" cy="500" r="440" fill="${fill}"/><g clip-path="url(#disc)">${ground}</g>`
}
