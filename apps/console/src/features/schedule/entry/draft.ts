import { isAimless } from '@akari/programme'
import type {
  EntryCondition,
  EntryInput,
  EntryRole,
  EntryTargets,
  EntryView,
  OnHigher,
  Priority,
  ScheduleRule,
} from '@akari/protocol'
import { TIME_ZONE } from '../../../parts/local-time.ts'
import { type Plan, planOf, ruleOf } from '../../../parts/recurrence/plan.ts'
import type { UnreadSentence } from '../../../parts/recurrence/read-sentence.ts'

/** What the drawer was opened for: an entry that exists, or a new one that starts from a plan. */
export type Opened = { entry: EntryView } | { plan: Plan; targets: EntryTargets | null }

/** An entry while it is written. `plan` null: its rule is one that no plan says, and stays as it is. */
export type EntryDraft = {
  name: string
  playlistId: string | null
  targets: EntryTargets
  priority: Priority
  plan: Plan | null
  /** As it was read; of a plan its exceptions are still those that count. */
  rule: ScheduleRule
  /** What stands in the field of the sentence and is not the plan; nothing is saved while it does. */
  unread: UnreadSentence | null
  role: EntryRole
  order: number
  conditions: readonly EntryCondition[]
  onHigher: OnHigher
  silent: boolean
  version: number
}

const NOWHERE: EntryTargets = { displayIds: [], groups: [] }
const SCHEDULED: EntryRole = { kind: 'scheduled' }

/** The draft to begin with. */
export function draftOf(opened: Opened): EntryDraft {
  if ('entry' in opened) return draftOfInput(opened.entry)
  return {
    name: '',
    playlistId: null,
    targets: opened.targets ?? NOWHERE,
    priority: 'normal',
    plan: opened.plan,
    rule: ruleOf(opened.plan, TIME_ZONE),
    unread: null,
    role: SCHEDULED,
    order: 0,
    conditions: [],
    onHigher: 'stop',
    silent: false,
    version: 0,
  }
}

/** The draft that what is saved of an entry is. */
export function draftOfInput(entry: EntryInput): EntryDraft {
  const { name, playlistId, targets, priority, rule, version } = entry
  const { role = SCHEDULED, order = 0, conditions = [], onHigher = 'stop', silent = false } = entry
  return {
    name,
    playlistId,
    targets,
    priority,
    plan: planOf(rule),
    rule,
    unread: null,
    role,
    order,
    conditions,
    onHigher,
    silent,
    version,
  }
}

/** The rule as it stands. */
export function ruleOfDraft({ plan, rule }: EntryDraft): ScheduleRule {
  return plan === null ? rule : ruleOf(plan, rule.timeZone, rule)
}

/** The entry a draft stands for; null while something is missing or its sentence is not read. What nobody uses stays out. */
export function inputOfDraft(draft: EntryDraft, playlistName: string | undefined): EntryInput | null {
  const { playlistId, targets, priority, role, order, conditions, onHigher, silent, version } = draft
  const name = draft.name.trim() === '' ? playlistName : draft.name.trim()
  if (playlistId === null || name === undefined || isAimless(targets) || draft.unread !== null) return null
  return {
    name,
    playlistId,
    targets,
    priority,
    rule: ruleOfDraft(draft),
    version,
    ...(role.kind !== 'scheduled' && { role }),
    ...(order !== 0 && { order }),
    ...(conditions.length > 0 && { conditions: [...conditions] }),
    ...(onHigher !== 'stop' && { onHigher }),
    ...(silent && { silent }),
  }
}
