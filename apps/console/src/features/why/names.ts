import type { AlertDesk, Programme, Texts } from '@akari/protocol'

/** What the ids of a programme and of the alerts are called. */
export type Names = {
  of: (id: string | null) => string
  isEntry: (id: string) => boolean
}

/** Names for one programme; an id without one stands for itself. */
export function namesOf(
  programme: Programme | null,
  desk: AlertDesk | undefined,
  textIn: (texts: Texts) => string,
): Names {
  const { entries = [], takeovers = [], playlists = [] } = programme ?? {}
  const byId = new Map([...playlists, ...takeovers, ...entries].map(({ id, name }) => [id, name]))
  for (const alert of [...(desk?.live.alerts ?? []), ...(desk?.drill.alerts ?? [])]) {
    byId.set(alert.id, textIn(alert.words.headline))
  }
  const entryIds = new Set(entries.map(({ id }) => id))
  return { of: (id) => byId.get(id ?? '') ?? id ?? '', isEntry: (id) => entryIds.has(id) }
}
