import { readFile } from 'node:fs/promises'
import {
  type GuideShelter,
  type Id,
  type Sha256,
  type VenueEdits,
  VenueGuide,
  VenueModel,
  type VenueProblemView,
  type WayAnswer,
  type WayClosure,
  type WayQuestion,
} from '@akari/protocol'
import {
  buildGraph,
  type BuiltGraph,
  compileGuide,
  drawVenue,
  type EditedVenue,
  editVenue,
  escapeRoutes,
  type ImportProblem,
  standingInTheWay,
  type VenueReport,
  venueReport,
} from '@akari/wayfinding'
import { readVenueAt } from './read-venue-at.ts'
import { answerOn, venueOfGuide } from './way-work.ts'
import { lostClosures } from './lost-closures.ts'
import type { Compiled, FoundProblems, PlanHead, ReadPlan, Reported } from './venue-messages.ts'

/** An edited plan: the file of the plan, and the edits. `key` is the same only where both are. */
export type DraftTask = { key: string; planPath: string; edits: VenueEdits }
/** `found` by the import of the plan; `shownPath`: the guide that displays run on, where that is not made of this draft. */
export type ReportTask = DraftTask & {
  found: FoundProblems
  shownPath: string | null
  closures: readonly WayClosure[]
}

/** `heard`: which of its recordings are in the media library still. */
export type CompileTask = DraftTask & { shelters: readonly GuideShelter[]; heard: readonly Sha256[] }

/** So many problems are told one by one, and so many of an import are kept. */
const MOST_TOLD = 500
const MOST_KEPT = 2000

/** What a venue is made of when somebody brings a file. Gives the model as text, so that it is kept as it was checked. */
export async function readPlan({ path, name }: { path: string; name: string }): Promise<ReadPlan> {
  const { venue, problems } = await readVenueAt(path, name)
  if (venue === null) return refusedFor(problems)
  const checked = VenueModel.safeParse(venue)
  if (!checked.success) {
    const broken = checked.error.issues.map((issue): ImportProblem => {
      return { code: 'feature-unreadable', file: name, featureId: issue.path.join('.'), detail: issue.message }
    })
    return refusedFor([...problems, ...broken])
  }
  const found = { told: problems.slice(0, MOST_KEPT), count: problems.length }
  return { ok: true, plan: JSON.stringify(checked.data), head: headOf(checked.data), found }
}

function refusedFor(problems: readonly ImportProblem[]): ReadPlan {
  const told = venueReport({ venue: null, problems: problems.slice(0, MOST_TOLD) }, null).problems
  return { ok: false, problems: told, problemCount: problems.length }
}

function headOf({ id, format, name, levels, kiosks }: VenueModel): PlanHead {
  return {
    modelId: id,
    format,
    name,
    levels: levels.map(({ id: levelId, ordinal, shortName }) => ({ id: levelId, ordinal, shortName })),
    kioskIds: kiosks.map((kiosk) => kiosk.id),
  }
}

type Worked = EditedVenue & { key: string; built: BuiltGraph }

/** What is done with drafts, one after the other; the last one stays worked out, as people look at it from several sides. */
export function draftWork() {
  let last: Worked | null = null
  const worked = async ({ key, planPath, edits }: DraftTask): Promise<Worked> => {
    if (last?.key === key) return last
    const edited = editVenue(VenueModel.parse(JSON.parse(await readFile(planPath, 'utf8'))), edits)
    last = { ...edited, key, built: buildGraph(edited.model) }
    return last
  }
  return {
    report: async (task: ReportTask): Promise<Reported> => {
      const draft = await worked(task)
      const shown = task.shownPath === null ? draft.model : await venueOfGuide(task.shownPath)
      return reportOf(task, draft, lostClosures(task.closures, shown, draft.model))
    },
    compile: async (task: CompileTask): Promise<Compiled> => {
      const draft = await worked(task)
      const report = venueReport({ venue: draft.model, problems: [] }, draft.built)
      const heard = new Set(task.heard)
      const recordings = (task.edits.recordings ?? []).filter(({ file }) => heard.has(file.sha256))
      const document = VenueGuide.parse(compileGuide(draft.model, { ...task.edits, recordings }, task.shelters))
      const drawn = drawVenue(draft.model, (kioskId) => escapeRoutes(draft.model, draft.built.graph, kioskId))
      return {
        inTheWay: inTheWayOf(report, task.edits),
        guide: JSON.stringify(document),
        drawing: JSON.stringify(drawn),
        recordings: [...new Map(recordings.map(({ file }) => [file.sha256, file])).values()],
        name: draft.model.name,
        levels: drawn.levels.map(({ id, ordinal, shortName, kiosks }) => {
          return { id, ordinal, shortName, kioskIds: kiosks.map((kiosk) => kiosk.id) }
        }),
      }
    },
    route: async (task: DraftTask & { question: WayQuestion; closed: readonly WayClosure[] }): Promise<WayAnswer> => {
      const { model, built } = await worked(task)
      return answerOn(model, built, task.question, task.closed)
    },
  }
}

function reportOf(
  { edits, found }: ReportTask,
  { model, built, lost }: Worked,
  closures: VenueProblemView[],
): Reported {
  const report = venueReport({ venue: model, problems: found.told }, built)
  const problems = [...closures, ...unconfirmed(report.problems, edits)]
  const { levels, units, openings, occupants, amenities, components, unreachable } = report
  return {
    levels,
    units,
    openings,
    occupants,
    amenities,
    components,
    unreachable,
    inTheWay: inTheWayOf(report, edits),
    problems: problems.slice(0, MOST_TOLD),
    problemCount: problems.length + found.count - found.told.length,
    lost,
  }
}

function inTheWayOf(report: VenueReport, { accepted }: VenueEdits): Reported['inTheWay'] {
  return standingInTheWay(
    report,
    accepted.map(({ unitId }) => unitId),
  )
}

/** Whose order among the levels staff have set, or confirmed by setting it as it was, is no question any more. */
function unconfirmed(problems: readonly VenueProblemView[], { levels }: VenueEdits): VenueProblemView[] {
  const said = new Set<Id | null>(levels.map(({ levelId }) => levelId))
  return problems.filter(({ code, feature }) => code !== 'ordinal-to-confirm' || !said.has(feature))
}
