import type { Language, Point } from '@akari/protocol'
import { phrases } from '@akari/text'
import { type Box, overlaps } from './extent.ts'

/** Something that wants a place on the map: `w` × `h` around `at`, or a little beside it. */
export interface LabelWish {
  id: string
  at: Point
  w: number
  h: number
  /** How far from `at` it may move, in pixels. */
  leash: number
}

export interface PlacedLabel {
  id: string
  box: Box
}

/** Directions to try, nearest first. */
const STEPS: readonly Point[] = [
  [0, 0],
  [0, -0.5],
  [0, 0.5],
  [0, -1],
  [0, 1],
  [-0.5, 0],
  [0.5, 0],
  [-1, 0],
  [1, 0],
  [-0.7, -0.7],
  [0.7, -0.7],
  [-0.7, 0.7],
  [0.7, 0.7],
]

/**
 * Places labels in the order given (the important first), each at the nearest spot where it overlaps neither an earlier
 * one nor `taken`, inside `frame`. One that finds no spot is left out: a map with fewer names is better than a muddle.
 */
export function placeLabels(wishes: readonly LabelWish[], taken: readonly Box[], frame: Box): PlacedLabel[] {
  const occupied = [...taken]
  const placed: PlacedLabel[] = []
  for (const wish of wishes) {
    const box = STEPS.map(([dx, dy]) => boxAround(wish, dx, dy)).find(
      (candidate) => isInside(candidate, frame) && !occupied.some((other) => overlaps(candidate, other)),
    )
    if (box === undefined) continue
    occupied.push(box)
    placed.push({ id: wish.id, box })
  }
  return placed
}

function boxAround({ at: [x, y], w, h, leash }: LabelWish, dx: number, dy: number): Box {
  return { x: x - w / 2 + dx * leash, y: y - h / 2 + dy * leash, w, h }
}

function isInside(box: Box, frame: Box): boolean {
  return (
    box.x >= frame.x && box.y >= frame.y && box.x + box.w <= frame.x + frame.w && box.y + box.h <= frame.y + frame.h
  )
}

/** Width of a text in ems: full for Han, kana and Hangul, a good half for the rest. */
export function widthInEms(text: string): number {
  return Array.from(text, widthOfSign).reduce((sum, width) => sum + width, 0)
}

function widthOfSign(sign: string): number {
  if (/[\u2E80-\uFFEF]/u.test(sign)) return 1
  return /[\s.,’'·iIl()]/.test(sign) ? 0.34 : 0.6
}

/** A label cut into lines of at most `ems` each, between phrases only; a phrase that is longer keeps a line to itself. */
export function wrapLabel(text: string, language: Language, ems: number): string[] {
  return linesOf(piecesOf(text, language), ems)
}

function piecesOf(text: string, language: Language): string[] {
  return phrases(text, language).flatMap((phrase) => phrase.split(/(?<=\s)/))
}

function linesOf(pieces: readonly string[], ems: number): string[] {
  const lines: string[] = []
  for (const piece of pieces) {
    const last = lines.at(-1)
    if (last !== undefined && widthInEms((last + piece).trim()) <= ems) lines[lines.length - 1] = last + piece
    else lines.push(piece)
  }
  return lines.map((line) => line.trim()).filter((line) => line !== '')
}

export interface FittedLabel {
  lines: readonly string[]
  fontPx: number
  /** Does it stand wholly in the room? */
  fits: boolean
}

/** A label that is larger than its room by less than a third still belongs to it. */
const NEARLY = 0.75

/** Height of a label's line in ems. */
export const LABEL_LINE = 1.12

/**
 * The way to break a label that lets it stand largest in a room of this size, between `leastPx` and `mostPx`. A room too
 * small for the least size gets the label all the same, on the lines that fit it best.
 */
export function fitLabel(
  text: string,
  language: Language,
  room: { w: number; h: number },
  { leastPx, mostPx }: { leastPx: number; mostPx: number },
): FittedLabel {
  const pieces = piecesOf(text, language)
  const ways = [30, 14, 10, 8, 6.5, 5, 4, 3].map((ems) => {
    const lines = linesOf(pieces, ems)
    const widest = Math.max(...lines.map(widthInEms))
    const largestPx = Math.min(mostPx, room.w / widest, room.h / (lines.length * LABEL_LINE))
    return { lines, fontPx: largestPx }
  })
  const best = ways.reduce((held, way) => (way.fontPx > held.fontPx + 0.5 ? way : held))
  return { lines: best.lines, fontPx: Math.max(leastPx, best.fontPx), fits: best.fontPx >= leastPx * NEARLY }
}
