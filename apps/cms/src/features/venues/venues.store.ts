import { FileRef, Id, Instant, Sha256, Texts, VenueEdits, VenuePlan, VenueVersion } from '@akari/protocol'
import type { Selectable, Transaction } from 'kysely'
import { z } from 'zod'
import type { MainDatabase } from '../../db/database.ts'
import type { MainTables } from '../../db/schema.ts'
import { FoundProblems, PlanHead } from './venue-messages.ts'

/** So many versions can be brought back. */
const KEPT = 50

/** A plan with the file of its model. */
export const StoredPlan = VenuePlan.extend({ ...PlanHead.shape, file: FileRef })
export type StoredPlan = z.infer<typeof StoredPlan>
/** A plan as it comes in, with what its import found. */
export type NewPlan = { plan: StoredPlan; found: FoundProblems }

/** What displays have: `guide` is a VenueGuide document, `kioskIds` are the displays' places in it. */
export const PublishedVenue = z.object({
  /** How the guide itself calls its venue. */
  modelId: Id,
  version: z.int().positive(),
  at: Instant,
  by: z.string(),
  guide: FileRef,
  kioskIds: z.array(Id),
  /** Recordings that the guide names; left out where there are none. */
  recordings: z.array(FileRef).min(1).optional(),
})
export type PublishedVenue = z.infer<typeof PublishedVenue>

export type StoredVenue = {
  id: Id
  name: Texts
  version: number
  assetId: Id | null
  published: PublishedVenue | null
}
/** What displays have of a venue (null: nothing), and its drawing in the media library. */
export type Publication = Pick<StoredVenue, 'published' | 'assetId'>
export type VenueState = {
  version: number
  planNumber: number
  edits: VenueEdits
  at: Instant
  by: string
  cause: VenueVersion['cause']
}
export type VenueStore = ReturnType<typeof venueStore>

/** Venues with their plans and the versions of their edits. */
export function venueStore(db: MainDatabase) {
  return { ...reading(db), ...writing(db) }
}

function reading(db: MainDatabase) {
  const planRow = (id: Id, number: number) =>
    db.selectFrom('venue_plan').where('venue_id', '=', id).where('number', '=', number)

  return {
    /** The oldest first. */
    list: async (): Promise<StoredVenue[]> => {
      const rows = await db.selectFrom('venue').selectAll().orderBy('created_at').orderBy('id').execute()
      return rows.map(venueFromRow)
    },
    find: async (id: Id): Promise<StoredVenue | null> => {
      const row = await db.selectFrom('venue').selectAll().where('id', '=', id).executeTakeFirst()
      return row === undefined ? null : venueFromRow(row)
    },
    plan: async (id: Id, number: number): Promise<StoredPlan> => {
      const row = await planRow(id, number).select('body').executeTakeFirstOrThrow()
      return StoredPlan.parse(JSON.parse(row.body))
    },
    /** What the import of a plan found. */
    found: async (id: Id, number: number): Promise<FoundProblems> => {
      const row = await planRow(id, number).select('problems').executeTakeFirstOrThrow()
      return FoundProblems.parse(JSON.parse(row.problems))
    },
    version: async (id: Id, version: number): Promise<VenueState | null> => {
      const row = await db
        .selectFrom('venue_version')
        .selectAll()
        .where('venue_id', '=', id)
        .where('version', '=', version)
        .executeTakeFirst()
      return row === undefined ? null : stateFromRow(row)
    },
    /** Newest first, without the edits. */
    versions: async (id: Id): Promise<Omit<VenueState, 'edits'>[]> => {
      const rows = await db
        .selectFrom('venue_version')
        .select(['version', 'plan_number', 'at', 'by_whom', 'cause'])
        .where('venue_id', '=', id)
        .orderBy('version', 'desc')
        .execute()
      return rows.map(({ version, plan_number: planNumber, at, by_whom: by, cause }) => {
        return { version, planNumber, at, by, cause: VenueVersion.shape.cause.parse(cause) }
      })
    },
    /** Buildings with the files that their kiosks say, as drawn and as published. */
    recorded: async (): Promise<{ id: Id; name: string; recordings: ReadonlySet<Sha256> }[]> => {
      const rows = await db
        .selectFrom('venue')
        .innerJoin('venue_version', (join) =>
          join.onRef('venue_version.venue_id', '=', 'venue.id').onRef('venue_version.version', '=', 'venue.version'),
        )
        .select(['venue.id', 'venue.name', 'venue.published', 'venue_version.edits'])
        .execute()
      return rows.map(({ id, name, published, edits }) => {
        const drawn = HasRecordings.parse(JSON.parse(edits)).recordings ?? []
        const shown = published === null ? [] : (PublishedVenue.parse(JSON.parse(published)).recordings ?? [])
        const files = [...drawn.map(({ file }) => file), ...shown].map(({ sha256 }) => sha256)
        return { id, name: Texts.parse(JSON.parse(name)).ja, recordings: new Set(files) }
      })
    },
    /** The files of all plans, of the guides that displays have, and of what these say. */
    files: async (): Promise<Set<Sha256>> => {
      const plans = await db.selectFrom('venue_plan').select('body').execute()
      const venues = await db.selectFrom('venue').selectAll().execute()
      const guides = venues.flatMap((row) => {
        const { published } = venueFromRow(row)
        return published === null ? [] : [published.guide, ...(published.recordings ?? [])].map(({ sha256 }) => sha256)
      })
      return new Set([...plans.map(({ body }) => HasFile.parse(JSON.parse(body)).file.sha256), ...guides])
    },
  }
}

function writing(db: MainDatabase) {
  return {
    create: (venue: Pick<StoredVenue, 'id' | 'name'>, brought: NewPlan, state: VenueState): Promise<void> =>
      db.transaction().execute(async (tx) => {
        const { id, name } = venue
        await tx
          .insertInto('venue')
          .values({
            id,
            name: JSON.stringify(name),
            version: state.version,
            asset_id: null,
            published: null,
            created_at: state.at,
          })
          .execute()
        await insertPlan(tx, id, brought)
        await insertVersion(tx, id, state)
      }),
    /** Saves the next version, over another plan where one is given; false when somebody else saved first. */
    save: (id: Id, state: VenueState, brought: NewPlan | null): Promise<boolean> =>
      db.transaction().execute(async (tx) => {
        const done = await tx
          .updateTable('venue')
          .set({ version: state.version, ...(brought === null ? {} : { name: JSON.stringify(brought.plan.name) }) })
          .where('id', '=', id)
          .where('version', '=', state.version - 1)
          .executeTakeFirst()
        if (done.numUpdatedRows === 0n) return false
        if (brought !== null) await insertPlan(tx, id, brought)
        await insertVersion(tx, id, state)
        await forgetOld(tx, id, state.version)
        return true
      }),
    /** What displays have from now on. False when what they had (`over`) is not what they have any more. */
    publish: async (id: Id, over: PublishedVenue | null, { published, assetId }: Publication): Promise<boolean> => {
      const done = await db
        .updateTable('venue')
        .set({ published: textOf(published), asset_id: assetId })
        .where('id', '=', id)
        .where('published', over === null ? 'is' : '=', textOf(over))
        .executeTakeFirst()
      return done.numUpdatedRows === 1n
    },
    /** False when there was none. */
    remove: (id: Id): Promise<boolean> =>
      db.transaction().execute(async (tx) => {
        for (const table of ['way_closure', 'venue_version', 'venue_plan'] as const) {
          await tx.deleteFrom(table).where('venue_id', '=', id).execute()
        }
        const done = await tx.deleteFrom('venue').where('id', '=', id).executeTakeFirst()
        return done.numDeletedRows === 1n
      }),
  }
}

/** The same text whatever order its parts were put together in. */
function textOf(published: PublishedVenue | null): string | null {
  return published === null ? null : JSON.stringify(PublishedVenue.parse(published))
}

const HasFile = z.object({ file: FileRef })
const HasRecordings = z.object({ recordings: VenueEdits.shape.recordings })

async function insertPlan(tx: Transaction<MainTables>, id: Id, { plan, found }: NewPlan): Promise<void> {
  const row = { venue_id: id, number: plan.number, body: JSON.stringify(plan), problems: JSON.stringify(found) }
  await tx.insertInto('venue_plan').values(row).execute()
}

async function insertVersion(tx: Transaction<MainTables>, id: Id, state: VenueState): Promise<void> {
  const { version, planNumber, at, by, cause } = state
  await tx
    .insertInto('venue_version')
    .values({
      venue_id: id,
      version,
      plan_number: planNumber,
      edits: JSON.stringify(VenueEdits.parse(state.edits)),
      at,
      by_whom: by,
      cause,
    })
    .execute()
}

/** All but the last versions and the published one, and the plans that none of them lies over. */
async function forgetOld(tx: Transaction<MainTables>, id: Id, newest: number): Promise<void> {
  const row = await tx.selectFrom('venue').selectAll().where('id', '=', id).executeTakeFirstOrThrow()
  await tx
    .deleteFrom('venue_version')
    .where('venue_id', '=', id)
    .where('version', '<=', newest - KEPT)
    .where('version', '!=', venueFromRow(row).published?.version ?? 0)
    .execute()
  await tx
    .deleteFrom('venue_plan')
    .where('venue_id', '=', id)
    .where('number', 'not in', tx.selectFrom('venue_version').select('plan_number').where('venue_id', '=', id))
    .execute()
}

function venueFromRow(row: Selectable<MainTables['venue']>): StoredVenue {
  return {
    id: row.id,
    name: Texts.parse(JSON.parse(row.name)),
    version: row.version,
    assetId: row.asset_id,
    published: row.published === null ? null : PublishedVenue.parse(JSON.parse(row.published)),
  }
}

function stateFromRow(row: Selectable<MainTables['venue_version']>): VenueState {
  return {
    version: row.version,
    planNumber: row.plan_number,
    edits: VenueEdits.parse(JSON.parse(row.edits)),
    at: row.at,
    by: row.by_whom,
    cause: VenueVersion.shape.cause.parse(row.cause),
  }
}
