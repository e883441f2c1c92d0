import { z } from 'zod'
import { Id } from '../primitives.ts'
import { GroupName } from '../programme.ts'

/** What a display is, for staff to plan by: `縦型`, `屋外`, `待合`. Groups say where it belongs, tags what it is like. */
export const TagName = z.string().trim().min(1).max(40)
export type TagName = z.infer<typeof TagName>

/** Which displays: by group, tag or name, combined. `all` and `any` of nothing reach none. */
export type TargetExpression =
  | { group: string }
  | { tag: string }
  | { display: string }
  | { all: TargetExpression[] }
  | { any: TargetExpression[] }
  | { not: TargetExpression }

const DEEPEST = 3

/** Nested at most three deep, so that nobody can send one that no reader would understand. */
function expression(depth: number): z.ZodType<TargetExpression> {
  const leaves = [
    z.strictObject({ group: GroupName }),
    z.strictObject({ tag: TagName }),
    z.strictObject({ display: Id }),
  ] as const
  if (depth === 0) return z.union(leaves)
  const inner = expression(depth - 1)
  return z.union([
    ...leaves,
    z.strictObject({ all: z.array(inner).max(20) }),
    z.strictObject({ any: z.array(inner).max(20) }),
    z.strictObject({ not: inner }),
  ])
}

export const TargetExpression = expression(DEEPEST)

/** The displays of an entry: those named, those of a group, and those that `where` is true of. */
export const EntryTargets = z.object({
  displayIds: z.array(Id),
  groups: z.array(z.string()),
  where: TargetExpression.optional(),
})
export type EntryTargets = z.infer<typeof EntryTargets>
