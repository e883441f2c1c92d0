import { type EscapeRoute, textIn, type VenueLevel, withoutRuby } from '@akari/protocol'
import { wordTexts } from '../locales/words.ts'
import { evacuationWishes } from '../emergency/evacuation-marks.ts'
import { widthInEms } from '../map/labels.ts'
import { hereMark, type MapMark, placeMarks, type Surroundings, type Wish } from '../map/marks.ts'
import type { Box } from '../map/projection.ts'

/** What stands on the plan: 現在地, exits, stairs, elevators struck out, and the names of the exits that lead out. */
export function guidanceMarks(escapes: readonly EscapeRoute[]) {
  return (level: VenueLevel, around: Surroundings): MapMark[] => {
    const names = escapes.flatMap((escape) => nameWish(escape, around) ?? [])
    const here = around.here === null ? null : hereMark(around.here, around)
    return placeMarks([...evacuationWishes(level, around), ...names], here, around.size)
  }
}

function nameWish(
  { exitId, kind, name, points }: EscapeRoute,
  { projection, size, language }: Surroundings,
): Wish | null {
  const at = points.at(-1)
  if (at === undefined) return null
  const shown = textIn(name ?? wordTexts(kind === 'exit' ? 'exit' : 'stairsDown'), language)
  const text = withoutRuby(shown.text)
  const fontPx = size.reach
  const [w, h] = [widthInEms(text) * fontPx, fontPx * 1.15]
  return {
    wish: { id: `name ${exitId}`, at: projection.project(at), w, h, leash: fontPx * 2.4 },
    mark: (box: Box): MapMark => ({
      kind: 'name',
      id: `name ${exitId}`,
      rank: 'counter',
      box,
      lines: [text],
      fontPx,
      language: shown.language,
    }),
  }
}
