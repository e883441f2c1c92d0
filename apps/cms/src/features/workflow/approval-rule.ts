import type { ApprovalSettings, Responsibility, Role, User } from '@akari/protocol'
import type { Actor } from '../../http/actor.ts'
import { AppError } from '../../http/app-error.ts'
import { answersFor } from '../responsibility.ts'
import { sentence } from '../../sentence.ts'
import texts from './workflow.texts.json' with { type: 'json' }

type Placed = { groups: readonly string[] }
export type Person = Pick<User, 'id' | 'username' | 'name' | 'role' | 'groups'>

/** May a person of this role approve at all? */
export function decides(role: Role): boolean {
  return role === 'approver' || role === 'admin'
}

/** May this person approve for all of these displays? */
export function mayDecide(
  { role, groups }: { role: Role; groups: Responsibility },
  displays: readonly Placed[],
): boolean {
  const limit = role === 'admin' ? null : groups
  return decides(role) && displays.every((display) => answersFor(limit, display))
}

/**
 * Who may approve what this actor composed for these displays; null when nobody has to. A second person is needed as soon as
 * an approver other than the actor was appointed for any of them and somebody else could decide for all of them; never when
 * the city hall lets one person publish alone, nor on the server itself. See docs/adr/0012.
 */
export function secondPersons(
  actor: Actor,
  displays: readonly Placed[],
  people: readonly Person[],
  { mayPublishAlone }: ApprovalSettings,
): Person[] | null {
  if (actor.kind !== 'user' || mayPublishAlone || displays.length === 0) return null
  const others = people.filter(({ id }) => id !== actor.id)
  const isAppointed = others.some(
    ({ role, groups }) => role === 'approver' && displays.some((display) => answersFor(groups, display)),
  )
  const deciders = others.filter((person) => mayDecide(person, displays))
  return isAppointed && deciders.length > 0 ? deciders : null
}

export type ApprovalRule = ReturnType<typeof approvalRule>

/** The rule with the people and the setting of this city hall. */
export function approvalRule(deps: {
  people: () => Promise<readonly Person[]>
  settings: () => Promise<ApprovalSettings>
}) {
  const second = async (actor: Actor, displays: readonly Placed[]) =>
    secondPersons(actor, displays, await deps.people(), await deps.settings())
  const refuse = (persons: readonly Person[]): never => {
    const names = persons.map(({ name }) => `「${name}」`).join('')
    throw new AppError('approval-needed', sentence(texts.approvalNeeded, { names }))
  }
  return {
    second,
    approvers: async (actor: Actor, displays: readonly Placed[]) =>
      (await second(actor, displays))?.map(({ name }) => name) ?? null,
    refuseAlone: async (actor: Actor, displays: readonly Placed[]): Promise<void> => {
      const persons = await second(actor, displays)
      if (persons !== null) refuse(persons)
    },
    /** Bringing back what was approved once: an approver may do it alone, so that a mistake is off the glass at once. */
    refuseRestoring: async (actor: Actor, displays: readonly Placed[]): Promise<void> => {
      const persons = await second(actor, displays)
      if (persons !== null && !(actor.kind === 'user' && mayDecide(actor, displays))) refuse(persons)
    },
  }
}
