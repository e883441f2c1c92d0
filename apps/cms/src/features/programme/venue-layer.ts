import { FileRef, type Id, MOST_CLOSURES, type WayClosure } from '@akari/protocol'
import { z } from 'zod'
import { type DraftIndex, order, type TargetDisplay } from './content.ts'

/** A published venue as programmes need it; see features/venues. */
export type DraftVenue = {
  kioskIds: readonly Id[]
  guide: FileRef
  /** Files that the guide names. */
  recordings?: readonly FileRef[] | undefined
  closures: readonly WayClosure[]
}

/** All that is looked into: the rest of it was parsed when it was compiled, and every minute is too often for that. */
const Content = z.record(z.string(), z.unknown())
const Files = z.array(FileRef)

/**
 * Puts the guide of the building that a display stands in, and what is closed there, onto a programme (its JSON text); the same
 * text where it stands in none.
 */
export function layVenue(body: string, { profile: { kioskId } }: TargetDisplay, draft: DraftIndex): string {
  const venue = (draft.venues ?? []).find(({ kioskIds }) => kioskId !== null && kioskIds.includes(kioskId))
  if (venue === undefined) return body
  const content = Content.parse(JSON.parse(body))
  const all = [...Files.parse(content['files']), venue.guide, ...(venue.recordings ?? [])]
  const files = new Map(all.map((file) => [file.sha256, file]))
  const closures = [...venue.closures].sort(soonestFirst).slice(0, MOST_CLOSURES)
  const publicUrl = draft.publicUrl ?? null
  return JSON.stringify({
    ...content,
    guide: venue.guide,
    ...(closures.length === 0 ? {} : { closures }),
    ...(publicUrl === null ? {} : { publicUrl }),
    files: [...files.values()].sort((a, b) => order(a.sha256, b.sha256)),
  })
}

/** Those in force come before all that are planned: were there too many, the last ones would be left out. */
function soonestFirst(a: WayClosure, b: WayClosure): number {
  return beginMs(a) - beginMs(b) || order(a.id, b.id)
}

function beginMs({ from }: WayClosure): number {
  return from === null ? 0 : Date.parse(from)
}
