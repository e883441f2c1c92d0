import { createHash } from 'node:crypto'
import type { Alert, FileRef, Programme } from '@akari/protocol'

/** A warning in force for every display. */
export function someAlert(changes: Partial<Alert> = {}): Alert {
  return {
    id: 'quake-1',
    source: { kind: 'jma', name: { ja: '気象庁' }, reference: 'VXSE43' },
    category: 'Geo',
    urgency: 'Immediate',
    severity: 'Extreme',
    certainty: 'Likely',
    hazard: 'earthquake-early-warning',
    level: null,
    class: 'warning',
    intensity: null,
    phase: 'inForce',
    target: { kind: 'all' },
    presentation: { mode: 'fullScreen', field: 'eew', symbol: 'earthquake' },
    words: { headline: { ja: '緊急地震速報' }, instruction: { ja: '身を守る' }, area: { ja: '東京' } },
    sentAt: '2026-10-01T09:00:00+09:00',
    expiresAt: null,
    ...changes,
  }
}

/** Bytes with the reference a programme gives them. */
export function someFile(text: string): { ref: FileRef; content: Buffer } {
  const content = Buffer.from(text)
  const sha256 = createHash('sha256').update(content).digest('hex')
  return { ref: { sha256, bytes: content.length, mediaType: 'image/png' }, content }
}

/** A programme that shows these files one after the other. */
export function someProgramme(
  revision: number,
  files: readonly FileRef[],
  changes: Partial<Programme> = {},
): Programme {
  return {
    format: 1,
    displayId: 'lobby-1f',
    revision,
    publishedAt: '2026-10-01T08:00:00+09:00',
    city: { ja: '小金井市' },
    timeZone: 'Asia/Tokyo',
    display: {
      name: '1階ロビー',
      widthPx: 1920,
      heightPx: 1080,
      mmPerPx: 0.5,
      viewingDistanceM: 4,
      touch: true,
      kioskId: null,
    },
    playlists: [
      {
        id: 'main',
        name: '案内',
        items: files.map((file, index) => ({
          id: `item-${index}`,
          seconds: 10,
          scene: {
            kind: 'image',
            title: { ja: `案内 ${index}` },
            variants: [{ language: null, file, width: 1920, height: 1080 }],
          },
          validFrom: null,
          validUntil: null,
        })),
      },
    ],
    entries: [],
    defaultPlaylistId: 'main',
    streams: [],
    files: [...files],
    ...changes,
  }
}
