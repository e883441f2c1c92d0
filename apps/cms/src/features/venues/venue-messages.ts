import {
  AssetView,
  FileRef,
  Id,
  Texts,
  VenueFormat,
  VenueProblemView,
  VenueReportView,
  VenueView,
  WayAnswer,
} from '@akari/protocol'
import type { ImportProblem } from '@akari/wayfinding'
import { z } from 'zod'
import type { draftWork, readPlan } from './venue-work.ts'
import { TakenWay, type TakeTask } from './way-work.ts'

const FoundProblem = z.custom<ImportProblem>(
  (value) => z.looseObject({ code: z.string(), file: z.string() }).safeParse(value).success,
)
/** The first of what an import found, as packages/wayfinding told it, and how much it was; kept as long as its plan. */
export const FoundProblems = z.object({ told: z.array(FoundProblem), count: z.int().nonnegative() })
export type FoundProblems = z.infer<typeof FoundProblems>

/** What is known of a plan without reading it. `modelId`: how the file itself calls its venue. */
export const PlanHead = z.object({
  modelId: Id,
  format: VenueFormat,
  name: Texts,
  levels: VenueView.shape.levels,
  kioskIds: z.array(Id),
})
export type PlanHead = z.infer<typeof PlanHead>

export const ReadPlan = z.discriminatedUnion('ok', [
  z.object({ ok: z.literal(true), plan: z.string(), head: PlanHead, found: FoundProblems }),
  z.object({ ok: z.literal(false), problems: z.array(VenueProblemView), problemCount: z.int().nonnegative() }),
])
export type ReadPlan = z.infer<typeof ReadPlan>

export const Reported = VenueReportView.omit({ version: true })
export type Reported = z.infer<typeof Reported>

/** `guide` is the text of a VenueGuide, `drawing` that of a Venue. */
export const Compiled = z.object({
  inTheWay: VenueReportView.shape.inTheWay,
  guide: z.string(),
  drawing: z.string(),
  /** Files that the guide names, each once. */
  recordings: z.array(FileRef),
  name: Texts,
  levels: z.array(AssetView.shape.levels.element.extend({ kioskIds: z.array(Id) })),
})
export type Compiled = z.infer<typeof Compiled>

type Work = ReturnType<typeof draftWork>
/** What the thread is asked. Its parts were parsed when they came in, and the thread is ours. */
export type VenueTask =
  | ({ kind: 'read' } & Parameters<typeof readPlan>[0])
  | ({ kind: 'report' } & Parameters<Work['report']>[0])
  | ({ kind: 'compile' } & Parameters<Work['compile']>[0])
  | ({ kind: 'route' } & Parameters<Work['route']>[0])
  | ({ kind: 'take' } & TakeTask)
export type VenueQuestion = { id: number; task: VenueTask }

export const VenueAnswer = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('read'), id: z.int(), result: ReadPlan }),
  z.object({ kind: z.literal('report'), id: z.int(), result: Reported }),
  z.object({ kind: z.literal('compile'), id: z.int(), result: Compiled }),
  z.object({ kind: z.literal('route'), id: z.int(), result: WayAnswer }),
  z.object({ kind: z.literal('take'), id: z.int(), result: TakenWay }),
  z.object({ kind: z.literal('failed'), id: z.int(), message: z.string() }),
])
export type VenueAnswer = z.infer<typeof VenueAnswer>
