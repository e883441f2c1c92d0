import { readFile } from 'node:fs/promises'
import {
  type GuideShelter,
  type Id,
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
  venueReport,
} from '@akari/wayfinding'
import { readVenueAt } from './read-venue-at.ts'
import { answerOn } from './way-work.ts'
import { lostClosures } from './lost-closures.ts'
import type { Compiled, PlanHead, ReadPlan, Reported } from './venue-messages.ts'

/** An edited plan: the file of the plan, what its import found, and the edits. `key` is the same only where all of it is. */
export type DraftTask = { key: string; planPath: string; problems: readonly ImportProblem[]; edits: VenueEdits }

/** So many problems are told one by one. */
const MOST_TOLD = 500

/** What a venue is made of when somebody brings a file. Gives the model as text, so that it is kept as it was checked. */
export async function readPlan({ path, name }: { path: string; name: string }): Promise<ReadPlan> {
  const { venue, problems } = await readVenueAt(path, name)
  if (venue === null) return { ok: false, problems: toldOf(problems) }
  const checked = VenueModel.safeParse(venue)
  if (!checked.success) {
    const broken = checked.error.issues.map((issue): ImportProblem => {
      return { code: 'feature-unreadable', file: name, featureId: issue.path.join('.'), detail: issue.message }
    })
    return { ok: false, problems: toldOf([...problems, ...broken]) }
  }
  return { ok: true, plan: JSON.stringify(checked.data), head: headOf(checked.data), problems }
}

function toldOf(problems: readonly ImportProblem[]): VenueProblemView[] {
  return venueReport({ venue: null, problems: [...problems] }, null).problems.slice(0, MOST_TOLD)
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
    report: async (task: DraftTask & { closures: readonly WayClosure[] }): Promise<Reported> => {
      const draft = await worked(task)
      const { problems, problemCount, ...report } = reportOf(task, draft)
      const lost = lostClosures(draft.model, task.closures)
      return { ...report, problems: [...lost, ...problems], problemCount: problemCount + lost.length }
    },
    compile: async (task: DraftTask & { shelters: readonly GuideShelter[] }): Promise<Compiled> => {
      const draft = await worked(task)
      const { inTheWay } = reportOf(task, draft)
      const document = VenueGuide.parse(compileGuide(draft.model, task.edits, task.shelters))
      const drawn = drawVenue(draft.model, (kioskId) => escapeRoutes(draft.model, draft.built.graph, kioskId))
      return {
        inTheWay,
        guide: JSON.stringify(document),
        drawing: JSON.stringify(drawn),
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

function reportOf({ edits, problems }: DraftTask, { model, built, lost }: Worked): Reported {
  const report = venueReport({ venue: model, problems: [...problems] }, built)
  const accepted = edits.accepted.map(({ unitId }) => unitId)
  const left = unconfirmed(report.problems, edits)
  const { levels, units, openings, occupants, amenities, components, unreachable } = report
  return {
    levels,
    units,
    openings,
    occupants,
    amenities,
    components,
    unreachable,
    inTheWay: standingInTheWay(report, accepted),
    problems: left.slice(0, MOST_TOLD),
    problemCount: left.length,
    lost,
  }
}

/** Whose order among the levels staff have set, or confirmed by setting it as it was, is no question any more. */
function unconfirmed(problems: readonly VenueProblemView[], { levels }: VenueEdits): VenueProblemView[] {
  const said = new Set<Id | null>(levels.map(({ levelId }) => levelId))
  return problems.filter(({ code, feature }) => code !== 'ordinal-to-confirm' || !said.has(feature))
}
