import fc from 'fast-check'
import { afterEach, describe, expect, it } from 'vitest'
import { livePlaylist, liveWindow, WINDOW_SEGMENTS } from '../council-stream/live-playlist.ts'
import type { CouncilStream } from '../council-stream/server.ts'
import { startCouncilStream } from '../council-stream/server.ts'

const loop = { segments: 30, segmentSeconds: 2 }
const today = Date.parse('2026-11-24T10:00:00+09:00')
const instants = fc.integer({ min: today, max: today + 86_400_000 })

describe('the live window', () => {
  it('only ever moves forward, by one segment every two seconds', () => {
    fc.assert(
      fc.property(instants, fc.nat(600_000), (now, later) => {
        const [first, second] = [liveWindow(now, loop), liveWindow(now + later, loop)]
        const moved = second.mediaSequence - first.mediaSequence
        expect(moved).toBeGreaterThanOrEqual(Math.floor(later / 2000))
        expect(moved).toBeLessThanOrEqual(Math.ceil(later / 2000))
        expect(second.discontinuitySequence).toBeGreaterThanOrEqual(first.discontinuitySequence)
      }),
    )
  })

  it('lists six segments without a gap, the newest complete at that instant', () => {
    fc.assert(
      fc.property(instants, (now) => {
        const { mediaSequence, segments } = liveWindow(now, loop)
        expect(segments.map(({ sequence }) => sequence)).toEqual(segments.map((_, i) => mediaSequence + i))
        expect(segments).toHaveLength(WINDOW_SEGMENTS)
        const end = (segments.at(-1)?.startsAtMs ?? 0) + 2000
        expect(end).toBeLessThanOrEqual(now)
        expect(now - end).toBeLessThan(2000)
      }),
    )
  })

  it('gives a segment the same file and discontinuity number in every playlist that lists it', () => {
    const numbered = (now: number): Map<number, string> => {
      const { discontinuitySequence, segments } = liveWindow(now, loop)
      let number = discontinuitySequence
      return new Map(
        segments.map(({ sequence, index, discontinuity }): [number, string] => {
          if (discontinuity) number += 1
          return [sequence, `${index} of round ${number}`]
        }),
      )
    }
    fc.assert(
      fc.property(instants, fc.integer({ min: 0, max: 12_000 }), (now, later) => {
        const [first, second] = [numbered(now), numbered(now + later)]
        const renamed = [...first].filter(([sequence, what]) => (second.get(sequence) ?? what) !== what)
        expect(renamed).toEqual([])
      }),
    )
  })

  it('marks where the loop starts over and never ends', () => {
    const playlist = livePlaylist(today + 4000, loop)
    expect(playlist.match(/#EXT-X-DISCONTINUITY$/gm)).toHaveLength(1)
    expect(playlist).toContain('#EXT-X-DISCONTINUITY\n#EXT-X-PROGRAM-DATE-TIME')
    expect(playlist).not.toContain('ENDLIST')
  })
})

describe('the council stream', () => {
  let stream: CouncilStream | undefined
  afterEach(async () => {
    await stream?.close()
  })

  it('serves a playlist that nobody may cache and the segments it lists, to any origin', async () => {
    stream = await startCouncilStream({ port: 0, now: () => today + 4000 })
    const response = await fetch(stream.url)
    expect(response.headers.get('cache-control')).toBe('no-store')
    expect(response.headers.get('access-control-allow-origin')).toBe('*')
    const playlist = await response.text()
    expect(playlist).toBe(livePlaylist(today + 4000, loop))
    for (const uri of playlist.split('\n').filter((line) => line.endsWith('.ts'))) {
      const segment = new Uint8Array(await (await fetch(new URL(uri, stream.url))).arrayBuffer())
      expect(segment[0]).toBe(0x47)
      expect(segment.length % 188).toBe(0)
    }
  })

  it('is gone while paused and back afterwards; refuses what it does not have', async () => {
    stream = await startCouncilStream({ port: 0 })
    const status = async (path: string, method = 'GET'): Promise<number> =>
      (await fetch(new URL(path, stream?.url), { method })).status
    stream.pause()
    expect(await status('/live.m3u8')).toBe(404)
    stream.resume()
    expect(await status('/live.m3u8')).toBe(200)
    expect(await status('/segments/999.ts')).toBe(404)
    expect(await status('/segments/../server.ts')).toBe(404)
    expect(await status('/live.m3u8', 'POST')).toBe(405)
  })

  it('says so when its port is taken', async () => {
    stream = await startCouncilStream({ port: 0 })
    await expect(startCouncilStream({ port: Number(new URL(stream.url).port) })).rejects.toThrow('EADDRINUSE')
  })
})
