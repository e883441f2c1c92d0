import { type FoundMark, findMarks, type Look, type Pixels, type ReadState } from '@akari/protocol'
import type { Area, Camera } from './camera.ts'
import { isColumnOf, isRowOf } from './edge.ts'

/** Marks stand at the left and the right edge; a stage of nearly the window's shape leaves a hundredth beside it. */
const STRIP_SHARE = 0.02
const STRIP_LEAST_PX = 40
/** Height of what is taken of the upper and the lower edge. */
const EDGE_PX = 4

type Taken = { area: Area; pixels: Pixels; marks: FoundMark[] }
type Sides = { left: Taken; right: Taken }

/**
 * Reads the marks off both sides of the glass, and for a takeover looks along the edge of its field, so that a frame that
 * is covered in part is not taken for whole. Four narrow pictures at most. Rejects when there is no page to look at.
 */
export async function lookAt(camera: Camera): Promise<Look> {
  const { width, height } = await camera.size()
  const strip = Math.min(width, Math.max(STRIP_LEAST_PX, Math.ceil(width * STRIP_SHARE)))
  const left = await taken(camera, { x: 0, y: 0, width: strip, height })
  const right = await taken(camera, { x: width - strip, y: 0, width: strip, height })
  const states: ReadState[] = []
  for (const marks of byState([...left.marks, ...right.marks])) {
    const [first] = marks
    if (first === undefined) continue
    const { channel, shape, epoch, revision, parts } = first.mark
    const found = new Set(marks.map(({ mark }) => mark.part)).size
    const field = shape === 'takeover' && found === parts ? await fieldOf(camera, { left, right }, marks) : 'unchecked'
    states.push({ channel, shape, epoch, revision, found, parts, field })
  }
  return { states, trouble: null }
}

async function taken(camera: Camera, area: Area): Promise<Taken> {
  const pixels = await camera.take(area)
  return { area, pixels, marks: findMarks(pixels) }
}

function byState(marks: readonly FoundMark[]): FoundMark[][] {
  const nameOf = ({ mark }: FoundMark): string =>
    [mark.channel, mark.shape, mark.epoch, mark.revision, mark.parts].join(' ')
  return [...Map.groupBy(marks, nameOf).values()]
}

/** Looks along all four edges of the field, between the marks in its corners. */
async function fieldOf(
  camera: Camera,
  { left, right }: Sides,
  marks: readonly FoundMark[],
): Promise<ReadState['field']> {
  const ground = marks[0]?.ground
  const ends = [endsOf(left, marks), endsOf(right, marks)]
  const [atLeft, atRight] = ends
  if (ground === undefined || atLeft == null || atRight == null) return 'covered'
  for (const [{ pixels }, { upper, lower }] of [[left, atLeft] as const, [right, atRight] as const]) {
    const x = upper.x + upper.width / 2
    if (!isColumnOf(ground, pixels, x, upper.y + upper.height, lower.y)) return 'covered'
  }
  const scale = left.pixels.width / left.area.width
  const fromX = (atLeft.upper.x + atLeft.upper.width) / scale
  const toX = right.area.x + atRight.upper.x / scale
  for (const y of [atLeft.upper.y / scale, (atLeft.lower.y + atLeft.lower.height) / scale - EDGE_PX]) {
    const area = { x: Math.ceil(fromX), y: Math.floor(y), width: Math.floor(toX - fromX) - 1, height: EDGE_PX }
    const pixels = await camera.take(area)
    if (!isRowOf(ground, pixels, pixels.height / 2, 0, pixels.width)) return 'covered'
  }
  return 'whole'
}

/** The highest and the lowest of the marks that stand in one strip. */
function endsOf(side: Taken, marks: readonly FoundMark[]): { upper: FoundMark; lower: FoundMark } | null {
  const own = side.marks.filter((mark) => marks.includes(mark)).toSorted((a, b) => a.y - b.y)
  const [upper, lower] = [own[0], own.at(-1)]
  return upper === undefined || lower === undefined || upper === lower ? null : { upper, lower }
}
