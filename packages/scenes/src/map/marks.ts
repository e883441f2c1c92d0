import type { KioskLanguage, Language, Point, VenueLevel } from '@akari/protocol'
import type { Projection } from './camera.ts'
import { type Box, grown } from './extent.ts'
import { hereMark, type HereMark } from './here-mark.ts'
import { type LabelWish, placeLabels } from './labels.ts'
import { counterWishes, unitWishes } from './name-wishes.ts'
import type { PictogramName } from './pictogram-names.ts'
import { pictureWishes } from './picture-wishes.ts'
import { type ShutSpot, shutWishes } from './shut-spots.ts'
import type { Size } from './use-size.ts'

/**
 * What stands upright on the plan, the most important first, 現在地 last. `anchor` is the place it belongs to, in metres;
 * `box` is where it found room, in pixels of the view that it was placed for.
 */
export type MapMark = { id: string; anchor: Point; box: Box } & (
  | { kind: 'name'; rank: NameRank; lines: readonly string[]; fontPx: number; language: Language; pointed: boolean }
  | { kind: 'pictogram'; name: PictogramName; sizePx: number; crossed: boolean; pointed: boolean }
  | { kind: 'shut'; sizePx: number }
  | { kind: 'here'; dot: Point; below: boolean; text: string; fontPx: number; language: Language }
)

export type NameRank = 'counter' | 'room' | 'place'
export type Wish = { wish: LabelWish; mark: (box: Box) => MapMark }

export interface Surroundings {
  projection: Projection
  size: Size
  language: KioskLanguage
  /** Where the display stands on this level, in metres. */
  here: Point | null
  hereLabel: string
  /** On which side of the place its label stands; where there is room when left out. */
  hereLabelSide?: 'above' | 'below' | null
  /** Does a list beside the plan explain the numbers of the counters? Then they stand for the names. */
  keyed: boolean
  /** Ids of what is pointed out: it finds its place first. */
  highlight?: ReadonlySet<string>
  /** Ids of what nobody may pass now: its picture is struck out. */
  closed?: ReadonlySet<string>
  /** Where signs say that nobody may pass. */
  shut?: readonly ShutSpot[]
  /** How far around the view marks are placed too, in pixels, for a hand that moves the plan. */
  beyond?: number
}

/** Names and pictures of a level, placed so that none hides another. */
export function marksOf(level: VenueLevel, around: Surroundings): MapMark[] {
  const pictures = pictureWishes(level, around)
  const wishes: Wish[] = [
    ...counterWishes(level, around),
    ...pictures.vital,
    ...unitWishes(level, around, 'room'),
    ...pictures.others,
    ...unitWishes(level, around, 'place'),
  ]
  return placeMarks(wishes, around)
}

/** The marks that find a place: signs of what is closed, what is pointed out, then in the order of the wishes; 現在地 on top of all. */
export function placeMarks(wishes: readonly Wish[], around: Surroundings): MapMark[] {
  const { size, highlight, beyond = 0 } = around
  const here: HereMark | null = around.here === null ? null : hereMark(around.here, around)
  const isPointed = ({ wish }: Wish): boolean => highlight?.has(wish.id) ?? false
  const ordered = [...shutWishes(around), ...wishes.filter(isPointed), ...wishes.filter((wish) => !isPointed(wish))]
  const placed = new Map(
    placeLabels(
      ordered.map(({ wish }) => wish),
      here === null ? [] : here.taken,
      grown({ x: 0, y: 0, w: size.w, h: size.h }, beyond),
    ).map(({ id, box }) => [id, box]),
  )
  const marks = ordered.flatMap(({ wish, mark }) => {
    const box = placed.get(wish.id)
    return box === undefined ? [] : [mark(box)]
  })
  return here === null ? marks : [...marks, here.mark]
}
