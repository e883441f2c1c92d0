import { isKnownZone } from '@akari/programme'
import { type FileRef, filesOf, Programme, type Sha256 } from '@akari/protocol'
import type { CmsSession } from '../cms/session.ts'
import type { Faults } from '../faults.ts'
import type { ContentSet } from './set-files.ts'

export type InboxDeps = {
  session: CmsSession
  displayId: () => string | null
  /** Which CMS is obeyed now, and the epoch of its signed alert states; null before any was heard. */
  position: () => ContentSet['position'] | null
  faults: Faults
}

/**
 * Asks for the programme; null when there is none newer than `goal` that can be used. Whatever is wrong with one is reported,
 * and the last good one stays.
 */
export function programmeInbox({ session, displayId, position, faults }: InboxDeps) {
  return async (goal: ContentSet | null, signal: AbortSignal): Promise<ContentSet | null> => {
    const headers: Record<string, string> = goal?.etag == null ? {} : { 'if-none-match': goal.etag }
    const answer = await session.request('/api/player/programme', { headers, signal })
    if (answer.state !== 'answered' || answer.status !== 200) return null
    const parsed = Programme.safeParse(answer.body)
    if (!parsed.success) {
      const [issue] = parsed.error.issues
      faults.report('programme-rejected', `malformed: ${issue?.path.join('.')}`)
      return null
    }
    const from = position() ?? undefined
    const set: ContentSet = {
      programme: parsed.data,
      etag: answer.etag,
      ...(from === undefined ? {} : { position: from }),
    }
    const wrong = wrongWith(set, goal, displayId())
    if (wrong !== null) {
      faults.report('programme-rejected', wrong)
      return null
    }
    faults.clear('programme-rejected')
    return set
  }
}

function wrongWith(set: ContentSet, goal: ContentSet | null, displayId: string | null): string | null {
  const { programme } = set
  if (programme.displayId !== displayId) return 'for another display'
  if (!isKnownZone(programme.timeZone)) return 'unknown time zone'
  if (goal !== null && isReplayed(set, goal)) return `older than revision ${goal.programme.revision}`
  return contradictionIn(programme)
}

/**
 * A CMS that was put back to an earlier day has raised the epoch of its signed alert states, and is obeyed. Without that, an
 * older programme of the same CMS is somebody's recording.
 */
function isReplayed(set: ContentSet, goal: ContentSet): boolean {
  if (set.position === undefined || goal.position === undefined) return false
  return (
    set.programme.displayId === goal.programme.displayId &&
    set.programme.revision < goal.programme.revision &&
    set.position.cms === goal.position.cms &&
    set.position.epoch <= goal.position.epoch
  )
}

/** What a programme says of its own files that cannot be true, in a few words; null when nothing is wrong. */
export function contradictionIn(programme: Programme): string | null {
  const named = programme.playlists.flatMap(({ items }) => items.flatMap(({ scene }) => filesOf(scene)))
  const sizes = new Map<Sha256, number>()
  const archive = programme.archive
  const recorded = archive === undefined ? [] : [archive.list, ...archive.files]
  for (const { sha256, bytes } of [...programme.files, ...named, ...recorded]) {
    if ((sizes.get(sha256) ?? bytes) !== bytes) return `two sizes for ${sha256.slice(0, 12)}`
    sizes.set(sha256, bytes)
  }
  const listed = new Set(programme.files.map(({ sha256 }: FileRef) => sha256))
  const needed = archive === undefined ? named : [...named, archive.list]
  const unlisted = needed.find(({ sha256 }) => !listed.has(sha256))
  return unlisted === undefined ? null : `a scene names ${unlisted.sha256.slice(0, 12)}, which is not among the files`
}
