import type { Id, Publication, PublicationChanges, PublishResult, Sha256 } from '@akari/protocol'
import { type Actor, nameOf } from '../../http/actor.ts'
import { AppError } from '../../http/app-error.ts'
import { answersFor, limitOf, refuseOthers } from '../responsibility.ts'
import { sentence } from '../../sentence.ts'
import { type CompiledProgramme, bodyOf, contentOf, hashOf } from './compiling.ts'
import type { TargetDisplay } from './content.ts'
import type { Report } from './drafting.ts'
import type { ProgrammeService } from './programme.service.ts'
import texts from './programme.texts.json' with { type: 'json' }
import { refuseUnseen, seenOfSnapshot } from './publishing.ts'
import type { PublicationStore } from './publications.store.ts'

export type PublicationsDeps = {
  publications: PublicationStore
  programmes: Pick<ProgrammeService, 'differences' | 'publishSnapshot'>
  displays: () => Promise<readonly TargetDisplay[]>
  differencesBetween: (pairs: readonly Pairing[]) => Promise<PublicationChanges['groups']>
  /** Those of these files that are not on the disk. */
  missingFiles: (files: readonly Sha256[]) => Promise<ReadonlySet<Sha256>>
  /** Throws `approval-needed` unless the actor may bring back an earlier publication. */
  refuseRestoring: (actor: Actor, displays: readonly TargetDisplay[]) => Promise<void>
  now: () => Date
}
type Pairing = { displayId: Id; name: string; before: string | null; after: string }

export type PublicationsService = ReturnType<typeof publicationsService>

/** What was published and when, and bringing it back. Drafts are never touched. */
export function publicationsService(deps: PublicationsDeps) {
  const { publications, programmes } = deps

  const existing = async (sequence: number): Promise<Publication> => {
    const found = await publications.find(sequence)
    if (found === null) throw new AppError('not-found')
    return found
  }

  /** The contents of a publication for the displays of today, kept under their hashes. */
  const revived = async (sequence: number, actor: Actor) => {
    const kept = await publications.contentsOf(sequence)
    const bodies = await publications.bodies(kept.values())
    const mine = (await deps.displays()).filter((display) => answersFor(limitOf(actor), display))
    const compiled = mine.flatMap((display): CompiledProgramme[] => {
      const body = bodies.get(kept.get(display.id) ?? '')
      if (body === undefined) return []
      // Its size or place may have changed since: what it is shown on is the display of today.
      const renewed = bodyOf({ ...contentOf(body), display: display.profile })
      return [{ displayId: display.id, hash: hashOf(renewed), body: renewed }]
    })
    return { displays: mine, compiled }
  }

  const missingOf = async (displays: readonly TargetDisplay[], compiled: readonly CompiledProgramme[]) => {
    const files = new Map(
      compiled.map(({ displayId, body }) => [displayId, contentOf(body).files.map(({ sha256 }) => sha256)]),
    )
    const missing = await deps.missingFiles([...new Set([...files.values()].flat())])
    return displays
      .filter(({ id }) => (files.get(id) ?? []).some((sha256) => missing.has(sha256)))
      .map(({ profile }) => profile.name)
  }

  const beforeAndAfter = async (sequence: number): Promise<Pairing[]> => {
    const before = await publications.before(sequence)
    const [was, is] = [
      before === null ? new Map<Id, string>() : await publications.contentsOf(before),
      await publications.contentsOf(sequence),
    ]
    const changed = [...is].filter(([id, hash]) => was.get(id) !== hash)
    const bodies = await publications.bodies(changed.flatMap(([id, hash]) => [hash, was.get(id) ?? []].flat()))
    const names = new Map((await existing(sequence)).displays.map(({ displayId, name }) => [displayId, name]))
    return changed.flatMap(([displayId, hash]) => {
      const after = bodies.get(hash)
      if (after === undefined) return []
      const earlier = bodies.get(was.get(displayId) ?? '') ?? null
      return [{ displayId, name: names.get(displayId) ?? displayId, before: earlier, after }]
    })
  }

  return {
    list: () => publications.list(),
    changes: async (actor: Actor, sequence: number, against: 'before' | 'now'): Promise<PublicationChanges> => {
      const publication = await existing(sequence)
      if (against === 'before') {
        const groups = await deps.differencesBetween(await beforeAndAfter(sequence))
        return { publication, groups, seen: null, missing: [] }
      }
      const { displays, compiled } = await revived(sequence, actor)
      const { groups, snapshot } = await programmes.differences(hashesOf(compiled), bodiesOf(compiled))
      const changing = compiled.filter(({ displayId }) => snapshot.contents.has(displayId))
      return { publication, groups, seen: seenOfSnapshot(snapshot), missing: await missingOf(displays, changing) }
    },
    /** Publishes the contents of an earlier publication again, as they were looked at. `not-restorable` with the reason. */
    restore: async (
      actor: Actor,
      sequence: number,
      { seen, comment }: { seen: string; comment: string },
      report: Report,
    ): Promise<PublishResult> => {
      await existing(sequence)
      const { displays, compiled } = await revived(sequence, actor)
      if (compiled.length === 0) throw new AppError('not-restorable', sentence(texts.notKept))
      report('compiling', compiled.length, compiled.length)
      const { snapshot } = await programmes.differences(hashesOf(compiled), bodiesOf(compiled))
      refuseUnseen(snapshot, seen)
      if (snapshot.contents.size === 0) throw new AppError('nothing-to-publish', sentence(texts.nothing))
      const changing = displays.filter(({ id }) => snapshot.contents.has(id))
      refuseOthers(actor, changing)
      await deps.refuseRestoring(actor, changing)
      const missing = await missingOf(
        changing,
        compiled.filter(({ displayId }) => snapshot.contents.has(displayId)),
      )
      if (missing.length > 0) {
        const names = missing.map((name) => `「${name}」`).join('')
        throw new AppError('not-restorable', sentence(texts.filesMissing, { names }))
      }
      report('storing', 0, snapshot.contents.size)
      await publications.keep(compiled, deps.now())
      const record = { by: nameOf(actor), cause: 'restored', comment, restores: sequence, submissionId: null } as const
      const done = await programmes.publishSnapshot(actor, snapshot, record)
      if (done === 'refused') throw new Error('nothing could have called it off')
      return done
    },
    /** Forgets what is too old to be brought back. */
    housekeep: () => publications.tidy(deps.now()),
  }
}

function hashesOf(compiled: readonly CompiledProgramme[]): Map<Id, string> {
  return new Map(compiled.map(({ displayId, hash }) => [displayId, hash]))
}

function bodiesOf(compiled: readonly CompiledProgramme[]): Map<string, string> {
  return new Map(compiled.map(({ hash, body }) => [hash, body]))
}
