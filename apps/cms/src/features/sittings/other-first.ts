import type { SittingStep } from '@akari/protocol'
import { type Actor, nameOf } from '../../http/actor.ts'
import { AppError } from '../../http/app-error.ts'
import { inBoth, type Sentence, sentence } from '../../sentence.ts'
import type { StaffName } from '../service-deps.ts'
import type { BookedStep, SittingPlan } from './sittings.store.ts'
import texts from './sittings.texts.json' with { type: 'json' }

/** Who opens and closes sittings where nobody presses anything. */
export const BY_RULE = {
  time: { kind: 'source', id: 'sitting-time', ip: 'localhost' },
  stream: { kind: 'source', id: 'sitting-stream', ip: 'localhost' },
} as const satisfies Record<string, Actor>

/** The `conflict` of a step from an old state: when who did what before (`last`; null: the plan was changed). */
export async function otherFirst(
  last: BookedStep | null,
  plan: SittingPlan,
  actor: Actor,
  { timeZone, staffName }: { timeZone: string; staffName: StaffName },
): Promise<AppError> {
  if (last === null) return new AppError('conflict', sentence(texts.planChanged))
  const clock = { hour: '2-digit', minute: '2-digit', second: '2-digit', hourCycle: 'h23' } as const
  const at = new Intl.DateTimeFormat('ja', { timeZone, ...clock }).format(new Date(last.at))
  const [who, what] = [await whoOf(last.by, actor, staffName), whatOf(last.step, plan)]
  const { ja } = inBoth(texts.otherFirst, { at, who: who.ja, what: what.ja })
  const { en } = inBoth(texts.otherFirst, { at, who: who.en, what: what.en })
  return new AppError('conflict', `${ja} / ${en}`)
}

async function whoOf(by: string, actor: Actor, staffName: StaffName): Promise<Sentence> {
  if (by === nameOf(actor)) return texts.by.you
  if (by === nameOf(BY_RULE.time)) return texts.by.clock
  if (by === nameOf(BY_RULE.stream)) return texts.by.stream
  const username = /^user:(.+)$/.exec(by)?.[1]
  if (username === undefined) return texts.by.someone
  const name = (await staffName(username)) ?? username
  return { ja: `「${name}」`, en: name }
}

/** With the item or the name that was chosen, as far as the plan still has it. */
function whatOf(step: SittingStep, { agenda, speakers }: SittingPlan): Sentence {
  const words = texts.step[step.kind]
  const chosen =
    step.kind === 'item'
      ? agenda.find(({ id }) => id === step.itemId)?.title
      : step.kind === 'speaker'
        ? speakers.find(({ id }) => id === step.speakerId)?.name
        : undefined
  if (chosen === undefined) return words
  return { ja: `${words.ja}：${chosen.ja}`, en: `${words.en}: ${chosen.en ?? chosen.ja}` }
}
