import { createHash } from 'node:crypto'
import { differingKeys, programmeChanges } from '@akari/programme'
import type { ChangeGroup, Id, Instant, ProgrammeChange, PublishWarning } from '@akari/protocol'
import { z } from 'zod'
import { compile, type Place, ProgrammeContent } from './compile.ts'
import { type Draft, indexDraft, type TargetDisplay } from './content.ts'
import { publishWarnings } from './warnings.ts'

/** A compiled programme ready to be stored: `hash` is over `body`, the JSON text of its content. */
export type CompiledProgramme = { displayId: Id; hash: string; body: string }

/** Two programmes of a display as JSON texts; `before` is null for one that had none. */
export type Pair = { displayId: Id; name: string; before: string | null; after: string }

export type CompileTask = { kind: 'compile'; displays: readonly TargetDisplay[]; draft: Draft; place: Place }
export type WarningsTask = { kind: 'warnings'; displays: readonly TargetDisplay[]; draft: Draft; now: Instant }
export type DifferencesTask = { kind: 'differences'; pairs: readonly Pair[] }

/** So many displays lie between two reports of how far it is. */
const REPORT_EVERY = 20

/** What displays are to show, in the order of the displays. */
export function compileAll(
  { displays, draft, place }: Omit<CompileTask, 'kind'>,
  report: (done: number) => void = () => undefined,
): CompiledProgramme[] {
  const index = indexDraft(draft)
  return displays.map((display, n) => {
    const body = bodyOf(compile(display, index, place))
    if ((n + 1) % REPORT_EVERY === 0) report(n + 1)
    return { displayId: display.id, hash: hashOf(body), body }
  })
}

export function warningsOf({ displays, draft, now }: Omit<WarningsTask, 'kind'>): PublishWarning[] {
  return publishWarnings(displays, indexDraft(draft), now)
}

/**
 * What is different, displays that change alike together; those that do not change are left out. Programmes of displays are
 * mostly the same text but for what stands about the display itself: each such text is read and compared once.
 */
export function differencesOf({ pairs }: Omit<DifferencesTask, 'kind'>): ChangeGroup[] {
  const groups = new Map<string, ChangeGroup>()
  const known = new Map<string, ProgrammeChange[]>()
  for (const { displayId, name, before, after } of pairs) {
    const alike = alikeOf(before, after)
    const changes = known.get(alike) ?? programmeChanges(before === null ? null : contentOf(before), contentOf(after))
    known.set(alike, changes)
    if (changes.length === 0) continue
    const key = JSON.stringify(changes)
    const group = groups.get(key) ?? { displays: [], changes }
    group.displays.push({ displayId, name })
    groups.set(key, group)
  }
  return [...groups.values()].sort((a, b) => b.displays.length - a.displays.length)
}

const Head = z.record(z.string(), z.unknown())

/**
 * A text that is the same for pairs of programmes with the same differences: all that is told item by item, and of the head,
 * which is about the display, the names of what differs.
 */
function alikeOf(before: string | null, after: string): string {
  const is = parted(after)
  if (before === null) return `first ${is.rest}`
  const was = parted(before)
  return `${differingKeys(was.head, is.head).join(' ')} ${was.rest.length} ${was.rest}${is.rest}`
}

/** Cut where compile.ts ends what is about the display (within a string the quotes would be escaped). */
function parted(body: string): { head: z.infer<typeof Head>; rest: string } {
  const at = body.indexOf(',"playlists":[')
  return at === -1
    ? { head: {}, rest: body }
    : { head: Head.parse(JSON.parse(`${body.slice(0, at)}}`)), rest: body.slice(at) }
}

/** The bytes that a content is hashed by. */
export function bodyOf(content: ProgrammeContent): string {
  return JSON.stringify(content)
}

export function contentOf(body: string): ProgrammeContent {
  return ProgrammeContent.parse(JSON.parse(body))
}

export function hashOf(body: string): string {
  return createHash('sha256').update(body).digest('hex')
}
