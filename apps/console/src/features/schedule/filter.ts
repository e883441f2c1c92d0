import { type EntryView, PRIORITIES } from '@akari/protocol'

export const KINDS = ['scheduled', 'interrupt', 'overlay', 'important'] as const
/** What one may look at alone: a role, or what is at least of high priority. */
export type Kind = (typeof KINDS)[number]

/** Is an entry of this kind? Null: any. */
export function isOfKind({ role, priority }: EntryView, kind: Kind | null): boolean {
  if (kind === null) return true
  if (kind === 'important') return PRIORITIES.indexOf(priority) >= PRIORITIES.indexOf('high')
  return (role?.kind ?? 'scheduled') === kind
}
