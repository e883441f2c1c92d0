import { ChangeGroup, Id, PublishWarning } from '@akari/protocol'
import { z } from 'zod'
import type { CompileTask, DifferencesTask, WarningsTask } from './compiling.ts'

/** What the thread is asked. Its parts were parsed when they were read from the tables, and the thread is ours. */
const asked = <T extends { kind: string }>(kind: T['kind']) => z.custom<T>((value) => hasKind(value, kind))

export const CompilerQuestion = z.object({
  id: z.int(),
  task: z.union([
    asked<CompileTask>('compile'),
    asked<WarningsTask>('warnings'),
    asked<DifferencesTask>('differences'),
  ]),
})
export type CompilerQuestion = z.infer<typeof CompilerQuestion>

/** What the thread says: how far it is, what it found, or why it failed. */
export const CompilerAnswer = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('progress'), id: z.int(), done: z.int() }),
  z.object({
    kind: z.literal('compile'),
    id: z.int(),
    compiled: z.array(z.object({ displayId: Id, hash: z.string(), body: z.string() })),
  }),
  z.object({ kind: z.literal('warnings'), id: z.int(), warnings: z.array(PublishWarning) }),
  z.object({ kind: z.literal('differences'), id: z.int(), groups: z.array(ChangeGroup) }),
  z.object({ kind: z.literal('failed'), id: z.int(), message: z.string() }),
])
export type CompilerAnswer = z.infer<typeof CompilerAnswer>

function hasKind(value: unknown, kind: string): boolean {
  return typeof value === 'object' && value !== null && 'kind' in value && value.kind === kind
}
