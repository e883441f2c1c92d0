import type { Id, SittingInput, SittingStanding } from '@akari/protocol'
import { type Sentence, sentence } from '../../sentence.ts'
import texts from './sittings.texts.json' with { type: 'json' }

const LONGEST_MS = 24 * 3600_000

type Fault = { path: string; message: string }

/** What cannot be in a plan though every field by itself can. */
export function sittingFaults(
  plan: Omit<SittingInput, 'version'>,
  known: { streams: ReadonlySet<Id>; standing: SittingStanding },
): Fault[] {
  const { agenda, speakers, streamId, opening, closing } = plan
  const lastsMs = Date.parse(plan.endsAt) - Date.parse(plan.startsAt)
  const followsStream = opening === 'stream' || closing === 'stream'
  const { itemId, speakerId } = known.standing
  return [
    ...(lastsMs > 0 && lastsMs <= LONGEST_MS ? [] : [fault('endsAt', texts.endsBefore)]),
    ...(streamId === null || known.streams.has(streamId) ? [] : [fault('streamId', texts.streamUnknown)]),
    ...(streamId === null && followsStream ? [fault('streamId', texts.streamNeeded)] : []),
    ...twice('agenda', agenda),
    ...twice('speakers', speakers),
    ...missing('agenda', agenda, itemId),
    ...missing('speakers', speakers, speakerId),
  ]
}

function twice(path: 'agenda' | 'speakers', rows: readonly { id: Id }[]): Fault[] {
  return rows.flatMap(({ id }, index) =>
    rows.findIndex((row) => row.id === id) === index ? [] : [fault(`${path}.${index}`, texts.sameId)],
  )
}

function missing(path: 'agenda' | 'speakers', rows: readonly { id: Id }[], used: Id | null): Fault[] {
  return used === null || rows.some(({ id }) => id === used) ? [] : [fault(path, texts.inUseNow)]
}

function fault(path: string, text: Sentence): Fault {
  return { path, message: sentence(text) }
}
