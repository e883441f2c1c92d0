import type { EntryTargets, Id, TargetExpression } from '@akari/protocol'

/** What of a display decides whether an entry is for it. */
export type Reachable = { id: Id; groups: readonly string[]; tags: readonly string[] }

/**
 * Is this for that display: named itself, by one of its groups, or by `where` being true of it? The one answer for compiling,
 * for conflicts and for the console.
 */
export function reaches({ displayIds, groups, where }: EntryTargets, display: Reachable): boolean {
  return (
    displayIds.includes(display.id) ||
    display.groups.some((group) => groups.includes(group)) ||
    (where !== undefined && isTrueOf(where, display))
  )
}

/** Does it name no display at all? */
export function isAimless({ displayIds, groups, where }: EntryTargets): boolean {
  return displayIds.length + groups.length === 0 && where === undefined
}

function isTrueOf(where: TargetExpression, display: Reachable): boolean {
  if ('group' in where) return display.groups.includes(where.group)
  if ('tag' in where) return display.tags.includes(where.tag)
  if ('display' in where) return display.id === where.display
  if ('not' in where) return !isTrueOf(where.not, display)
  // Of nothing both are false: a half-made condition must not put something on every display.
  if ('all' in where) return where.all.length > 0 && where.all.every((each) => isTrueOf(each, display))
  return where.any.some((each) => isTrueOf(each, display))
}
