import type { Id, SittingStanding, SittingStep, SittingStepInput } from '@akari/protocol'
import { isDeepStrictEqual } from 'node:util'
import { type Actor, nameOf } from '../../http/actor.ts'
import { AppError } from '../../http/app-error.ts'
import { type Sentence, sentence } from '../../sentence.ts'
import type { Audit, StaffName } from '../service-deps.ts'
import { otherFirst } from './other-first.ts'
import type { BookedStep, SittingStore, StoredSitting } from './sittings.store.ts'
import { type ForwardStep, NOT_YET_OPEN, stepped, undone } from './standing.ts'
import texts from './sittings.texts.json' with { type: 'json' }

type Deps = { store: SittingStore; now: () => Date; audit: Audit; timeZone: string; staffName: StaffName }

/**
 * Takes the clerk's steps. The same step twice, from two hands or sent again, is one. Throws `conflict` with what the other did,
 * where it was taken from an old state, `sitting-refused` where it cannot be taken, `not-found`.
 */
export function sittingSteps({ store, now, audit, ...names }: Deps) {
  return {
    /** Gives the sitting as it stands then; `isNew` false: it stood so already. */
    take: async (
      id: Id,
      { step, version }: SittingStepInput,
      actor: Actor,
    ): Promise<{ sitting: StoredSitting; isNew: boolean }> => {
      const sitting = await store.find(id)
      if (sitting === null) throw new AppError('not-found')
      const [at, by] = [now().toISOString(), nameOf(actor)]
      const { last, liveVersion } = sitting
      const wasSentAgain =
        last !== null && version === liveVersion - 1 && last.by === by && isDeepStrictEqual(last.step, step)
      if (wasSentAgain) return { sitting, isNew: false }
      const led = step.kind === 'undo' ? await back(store, sitting) : forward(sitting, step, at)
      if (led.is === 'already') return { sitting, isNew: false }
      // What cannot be done any more, cannot because somebody was first: that is what to say.
      if (version !== liveVersion) throw await otherFirst(last, sitting.plan, actor, names)
      if (led.is === 'refused') throw new AppError('sitting-refused', sentence(led.why))
      const { standing, stands, backTo, undoes } = led
      const booked: BookedStep = { step, by, at, stands, backTo }
      const after: StoredSitting = {
        ...sitting,
        standing,
        last: { ...booked, undoes },
        liveVersion: liveVersion + 1,
        revision: Math.max(sitting.revision + 1, now().getTime()),
      }
      if (!(await store.take(after, { step: booked, standing }))) {
        const newer = await store.find(id)
        const other = newer === null || newer.liveVersion === liveVersion ? null : newer.last
        throw await otherFirst(other, sitting.plan, actor, names)
      }
      await audit(actor, `sitting.${step.kind}`, id, detailOf(sitting, step))
      return { sitting: after, isNew: true }
    },
  }
}
export type SittingSteps = ReturnType<typeof sittingSteps>

type Led =
  | { is: 'already' }
  | { is: 'refused'; why: Sentence }
  | { is: 'led'; standing: SittingStanding; stands: number; backTo: number; undoes: SittingStep | null }

function forward({ standing, plan, last, liveVersion }: StoredSitting, step: ForwardStep, at: string): Led {
  const after = stepped(standing, step, plan, at)
  switch (after) {
    case 'already':
      return { is: 'already' }
    case 'unknown':
      return { is: 'refused', why: texts.notInPlan }
    case 'impossible':
      return { is: 'refused', why: whyNot(standing, step) }
    default:
      return { is: 'led', standing: after, stands: liveVersion + 1, backTo: last?.stands ?? 0, undoes: step }
  }
}

async function back(store: SittingStore, { id, standing, plan, last }: StoredSitting): Promise<Led> {
  if (last === null || last.stands === 0) return { is: 'refused', why: texts.nothingToUndo }
  const stands = last.backTo
  const goal = stands === 0 ? null : await store.step(id, stands)
  const to = undone(standing, goal?.standing ?? NOT_YET_OPEN)
  // What was taken out of the plan meanwhile cannot come back.
  const there = { itemId: known(plan.agenda, to.itemId), speakerId: known(plan.speakers, to.speakerId) }
  return {
    is: 'led',
    standing: { ...to, ...there },
    stands,
    backTo: goal?.step.backTo ?? 0,
    undoes: goal?.step.step ?? null,
  }
}

function known(rows: readonly { id: Id }[], id: Id | null): Id | null {
  return rows.some((row) => row.id === id) ? id : null
}

function whyNot({ phase }: SittingStanding, step: SittingStep): Sentence {
  switch (phase) {
    case 'planned':
      return texts.notYetOpen
    case 'inSession':
      return step.kind === 'open' ? texts.isOpen : texts.notInRecess
    case 'recess':
      return texts.isInRecess
    case 'adjourned':
      return texts.isAdjourned
  }
}

function detailOf({ plan }: StoredSitting, step: SittingStep): Record<string, unknown> {
  const title = plan.title.ja
  switch (step.kind) {
    case 'recess':
      return { title, resumesAt: step.resumesAt }
    case 'item':
      return { title, item: plan.agenda.find(({ id }) => id === step.itemId)?.title.ja ?? null }
    case 'speaker':
      return { title, speaker: plan.speakers.find(({ id }) => id === step.speakerId)?.name.ja ?? null }
    case 'open':
    case 'resume':
    case 'adjourn':
    case 'undo':
      return { title }
  }
}
