import { loadSample, loadSampleSitting, type SampleSitting } from '@akari/content-samples'
import { type Reachable, reaches } from '@akari/programme'
import { type Id, SittingInput, type SittingStep, type SittingView } from '@akari/protocol'
import type { SittingsService } from '../features/sittings/sittings.service.ts'
import type { Actor } from '../http/actor.ts'

/** The name of the sample's stream. */
const STREAM = loadSample().streams[0]?.titles.ja
const ACTOR: Actor = { kind: 'local', ip: '127.0.0.1' }
/** The names of displays of the sample that show it. */
const DISPLAYS: readonly string[] = ['1階ロビー', '3階議場前']
/** Every twenty minutes: a minute of countdown, the sitting, a minute of its closing, then the schedule again. */
const EVERY_MS = 20 * 60_000
const COUNTDOWN_MINUTES = 1
const AFTER_MINUTES = 1
const PLANNED_MS = 10 * 60_000

type Deps = {
  sittings: Pick<SittingsService, 'list' | 'create' | 'replace' | 'remove' | 'step'>
  streams: () => Promise<readonly { id: Id; title: { ja: string } }[]>
  displays: () => Promise<readonly (Reachable & { profile: { name: string } })[]>
  dropTranscript: (id: Id, actor: Actor) => Promise<void>
  now: () => Date
}
type Moment = SampleSitting['course'][number]

/**
 * The sample's council sits over and over, so that all of it can be seen: through the same steps as a clerk takes. Whoever leads a
 * sitting himself is left to it, and displays on which another sitting is shown or planned for that time to that one. For a job every
 * few seconds.
 */
export function sampleSitting({ sittings, streams, displays, dropTranscript, now }: Deps): {
  tick: () => Promise<void>
  /** The one that goes on now; null between two and in a recess. */
  inSession: () => Promise<SittingView | null>
  /** Closes one that was left open when the council was told to sit no more. */
  close: () => Promise<void>
} {
  const sample = loadSampleSitting()
  const isOwn = ({ title }: SittingView): boolean => title.ja === sample.title.ja
  const held = async () => (await sittings.list()).filter(isOwn)

  /** Its displays that no other sitting has or is to have between countdown and closing words, as far as anybody knows. */
  async function freeDisplays(startMs: number): Promise<Id[]> {
    const fromMs = startMs - COUNTDOWN_MINUTES * 60_000
    const toMs = startMs + PLANNED_MS + AFTER_MINUTES * 60_000
    const others = (await sittings.list())
      .filter((sitting) => !isOwn(sitting))
      .filter(({ shown }) => shown !== null && Date.parse(shown.startsAt) < toMs && Date.parse(shown.endsAt) > fromMs)
    return (await displays())
      .filter(({ profile }) => DISPLAYS.includes(profile.name))
      .filter((display) => !others.some(({ targets }) => reaches(targets, display)))
      .map(({ id }) => id)
  }

  async function plan(startMs: number): Promise<void> {
    const shownOn = await freeDisplays(startMs)
    // Not one that somebody added to try it.
    const stream = (await streams()).find(({ title }) => title.ja === STREAM)
    if (shownOn.length === 0 || stream === undefined) return
    const { title, recordingUrl, agenda, speakers } = sample
    const input = SittingInput.parse({
      title,
      recordingUrl,
      agenda,
      speakers,
      startsAt: new Date(startMs).toISOString(),
      endsAt: new Date(startMs + PLANNED_MS).toISOString(),
      streamId: stream.id,
      targets: { displayIds: shownOn, groups: [] },
      opening: 'clerk',
      closing: 'clerk',
      countdownMinutes: COUNTDOWN_MINUTES,
      afterMinutes: AFTER_MINUTES,
      version: 0,
    })
    await sittings.create(input, ACTOR)
  }

  /** Gives the displays back that somebody planned another sitting for since. */
  async function giveWay(sitting: SittingView, startMs: number): Promise<void> {
    const free = await freeDisplays(startMs)
    const { displayIds } = sitting.targets
    const kept = displayIds.filter((id) => free.includes(id))
    if (kept.length === displayIds.length) return
    await sittings.replace(
      sitting.id,
      SittingInput.parse({ ...sitting, targets: { displayIds: kept, groups: [] } }),
      ACTOR,
    )
  }

  async function lead(sitting: SittingView): Promise<void> {
    const startMs = Date.parse(sitting.startsAt)
    const moment = sample.course.findLast(({ atSeconds }) => startMs + atSeconds * 1000 <= now().getTime())
    if (moment === undefined) return
    let standing = sitting
    for (const step of stepsTo(moment, sitting, startMs)) {
      standing = await sittings.step(sitting.id, { step, version: standing.live.version }, ACTOR)
    }
  }

  /** One that ended is left in the list until the next one begins, to be looked at. */
  async function clear({ id, captionsId, isOver, live }: SittingView): Promise<void> {
    if (!isOver) await sittings.step(id, { step: { kind: 'adjourn' }, version: live.version }, ACTOR)
    await sittings.remove(id, ACTOR)
    await dropTranscript(captionsId, ACTOR)
  }

  return {
    inSession: async () => (await held()).find(({ live }) => live.standing.phase === 'inSession') ?? null,
    close: async () => {
      for (const { id, isOver, live } of await held()) {
        if (isOver || live.last?.by !== 'local:cli') continue
        await sittings.step(id, { step: { kind: 'adjourn' }, version: live.version }, ACTOR)
      }
    },
    tick: async () => {
      const startMs = Math.floor(now().getTime() / EVERY_MS) * EVERY_MS + COUNTDOWN_MINUTES * 60_000
      const own = await held()
      const current = own.find(({ startsAt }) => Date.parse(startsAt) === startMs)
      for (const before of own.filter(({ startsAt }) => Date.parse(startsAt) < startMs)) await clear(before)
      if (current === undefined) {
        const isLate = now().getTime() > startMs + (sample.course.at(-1)?.atSeconds ?? 0) * 1000
        if (!isLate) await plan(startMs)
        return
      }
      const { last } = current.live
      if (last !== null && last.by !== 'local:cli') return
      await giveWay(current, startMs)
      await lead(current)
    },
  }
}

/** What a clerk does to come from where the sitting stands to this moment of its course. */
function stepsTo({ phase, item, speaker, resumesAtSeconds }: Moment, { live }: SittingView, startMs: number) {
  const { standing } = live
  const steps: SittingStep[] = []
  if (standing.phase === 'adjourned') return steps
  if (standing.phase === 'planned') steps.push({ kind: 'open' })
  if (phase === 'adjourned') return [...steps, { kind: 'adjourn' } satisfies SittingStep]
  if (standing.phase === 'recess' && phase === 'inSession') steps.push({ kind: 'resume' })
  if (standing.itemId !== item) steps.push({ kind: 'item', itemId: item })
  if (phase === 'recess') {
    if (standing.phase === 'recess') return steps
    const resumesAt = resumesAtSeconds === undefined ? null : new Date(startMs + resumesAtSeconds * 1000).toISOString()
    return [...steps, { kind: 'recess', resumesAt } satisfies SittingStep]
  }
  // Another item takes the floor from whoever had it.
  if (standing.speakerId !== speaker || standing.itemId !== item) steps.push({ kind: 'speaker', speakerId: speaker })
  return steps
}
