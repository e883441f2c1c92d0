import { type Programme, singleScenesOf, Venue } from '@akari/protocol'
import { useEffect, useRef, useState } from 'react'

const TRY_AGAIN_MS = 5000

/**
 * The venue documents a programme names, fetched from the agent and parsed; each appears in the map once it is there.
 * They are all fetched at once, so that a floor map can be drawn while the agent is away.
 */
export function useVenues(
  programme: Programme | null,
  fileUrl: (sha256: string) => string,
  onFault: (code: string, detail: string) => void,
): ReadonlyMap<string, Venue> {
  const [venues, setVenues] = useState<ReadonlyMap<string, Venue>>(new Map())
  const held = useRef(venues)
  held.current = venues
  const wanted = venueFiles(programme).join(' ')
  useEffect(() => {
    const stop = new AbortController()
    const names = wanted.split(' ')
    const missing = names.filter((sha256) => sha256 !== '' && !held.current.has(sha256))
    for (const sha256 of missing)
      void loadUntilThere(fileUrl(sha256), stop.signal, onFault).then((venue) => {
        if (venue === null || stop.signal.aborted) return
        // What an earlier programme named is let go.
        setVenues((before) => new Map([...before].filter(([name]) => names.includes(name))).set(sha256, venue))
      })
    return () => stop.abort()
  }, [wanted, fileUrl, onFault])
  return venues
}

function venueFiles(programme: Programme | null): string[] {
  const scenes = programme?.playlists.flatMap(({ items }) => items.flatMap(({ scene }) => singleScenesOf(scene))) ?? []
  return [...new Set(scenes.flatMap((scene) => (scene.kind === 'floorMap' ? [scene.venue.sha256] : [])))].toSorted()
}

async function loadUntilThere(
  url: string,
  signal: AbortSignal,
  onFault: (code: string, detail: string) => void,
): Promise<Venue | null> {
  while (!signal.aborted) {
    try {
      const response = await fetch(url, { signal })
      if (!response.ok) throw new Error(`status ${response.status}`)
      return Venue.parse(await response.json())
    } catch (error) {
      if (signal.aborted) return null
      onFault('venue-unreadable', `${url}: ${String(error)}`)
      await new Promise((resolve) => setTimeout(resolve, TRY_AGAIN_MS))
    }
  }
  return null
}
