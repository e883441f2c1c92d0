import type { KioskLanguage } from '@akari/protocol'
import Hls, { type ErrorData, ErrorTypes, Events, type HlsConfig, PlaylistLevelType } from 'hls.js'
import { type StreamCue, streamCues } from './live-cues.ts'
import { signPlaylist } from './live-sign.ts'
import { trackFor } from './live-tracks.ts'
import type { LiveLook } from './live-watch.ts'

const FIRST_SEGMENT_S = 2
const SHORTEST_KNOCK_MS = 400
const LONGEST_KNOCK_MS = 1000
/** In place: after that the decoder is built anew. */
const RECOVERIES = 2
const BUFFERED_S = 15

/** Given up soon, because whoever watches over it knocks again; a server may hold a low-latency playlist back for some seconds. */
const SOON = {
  default: {
    maxTimeToFirstByteMs: 6000,
    maxLoadTimeMs: 20_000,
    timeoutRetry: { maxNumRetry: 0, retryDelayMs: 0, maxRetryDelayMs: 0 },
    errorRetry: { maxNumRetry: 1, retryDelayMs: 300, maxRetryDelayMs: 300 },
  },
}

/** Not even once more: the next knock is that. */
const AT_ONCE = { default: { ...SOON.default, errorRetry: { ...SOON.default.errorRetry, maxNumRetry: 0 } } }

const CONFIG: Partial<HlsConfig> = {
  // No worker: it would need blob: in the page's Content-Security-Policy for scripts.
  enableWorker: false,
  maxLiveSyncPlaybackRate: 1.1,
  backBufferLength: 10,
  maxBufferLength: BUFFERED_S,
  maxMaxBufferLength: 2 * BUFFERED_S,
  // No finer a picture than the glass, or its zone, can show.
  capLevelToPlayerSize: true,
  // Captions are drawn by the glass; nothing else that a stream may bring along is asked for.
  renderTextTracksNatively: false,
  enableInterstitialPlayback: false,
  enableDateRangeMetadataCues: false,
  enableEmsgMetadataCues: false,
  enableID3MetadataCues: false,
  manifestLoadPolicy: AT_ONCE,
  playlistLoadPolicy: SOON,
  fragLoadPolicy: SOON,
  keyLoadPolicy: SOON,
}

/** One attempt at a stream. */
export interface LiveConnection {
  broken: () => LiveLook['broken']
  starving: (nowMs: number) => boolean
  knockEveryMs: () => number
  /** How far behind the moment it was recorded the picture is; null where the stream tells no time. */
  behindMs: (wallMs: number) => number | null
  cues: () => readonly StreamCue[]
  /** The playlist of the picture of who signs; null where the stream has none. */
  sign: () => string | null
  speak: (language: KioskLanguage) => void
  close: () => void
}

/**
 * Connects to the HLS stream at `url`; `opened` once its playlists can be read. Only then it takes `video` over, so that a
 * stream that does not answer leaves the last picture where it is.
 */
export function connect(
  video: HTMLVideoElement,
  url: string,
  language: KioskLanguage,
  { opened, nowMs }: { opened: () => void; nowMs: () => number },
): LiveConnection {
  const hls = new Hls({ ...CONFIG })
  // Told afterwards, it gives way to what a stream says of itself (HOLD-BACK, PART-HOLD-BACK).
  hls.config.liveSyncDurationCount = 2
  hls.config.liveMaxLatencyDurationCount = 8
  let broken: LiveLook['broken'] = null
  let recoveries = 0
  let isOpen = false
  let wanted = language
  let segmentS = FIRST_SEGMENT_S
  let fedAtMs = nowMs()
  let failed = false
  let cues: readonly StreamCue[] = []
  let sign: string | null = null

  const speak = (): void => {
    const audio = trackFor(hls.audioTracks, wanted)
    if (audio !== null && hls.audioTrack !== audio) hls.audioTrack = audio
    hls.subtitleTrack = trackFor(hls.subtitleTracks, wanted) ?? -1
  }
  const failing = (error: ErrorData): void => {
    if (error.type === ErrorTypes.NETWORK_ERROR) failed = true
    if (!error.fatal) return
    if (error.type === ErrorTypes.MEDIA_ERROR && recoveries < RECOVERIES) {
      recoveries += 1
      hls.recoverMediaError()
    } else broken = error.type === ErrorTypes.NETWORK_ERROR ? 'unreachable' : 'unplayable'
  }
  hls.on(Events.MANIFEST_LOADED, (_event, { networkDetails, url: base }) => {
    const text = networkDetails instanceof XMLHttpRequest ? networkDetails.responseText : ''
    sign = signPlaylist(text, new URL(base, video.baseURI))
  })
  hls.on(Events.AUDIO_TRACKS_UPDATED, speak)
  hls.on(Events.SUBTITLE_TRACKS_UPDATED, speak)
  hls.on(Events.LEVEL_LOADED, (_event, { details }) => {
    segmentS = details.averagetargetduration ?? details.targetduration
    if (isOpen) return
    isOpen = true
    opened()
    hls.attachMedia(video)
  })
  hls.on(Events.MEDIA_ATTACHED, () => {
    // Whatever was chosen before is forgotten with it.
    speak()
    // The watch notices when nothing moves, whatever the reason play() was refused for.
    video.play().catch(() => undefined)
  })
  hls.on(Events.FRAG_LOADED, (_event, { frag }) => {
    // Captions that still come feed no picture.
    if (frag.type !== PlaylistLevelType.MAIN) return
    fedAtMs = nowMs()
    failed = false
  })
  hls.on(Events.CUES_PARSED, (_event, parsed) => {
    cues = streamCues(cues, parsed.cues, video.currentTime)
  })
  hls.on(Events.ERROR, (_event, error) => failing(error))
  hls.loadSource(url)
  return {
    broken: () => broken,
    starving: (at) => failed || at - fedAtMs > 2 * segmentS * 1000,
    knockEveryMs: () => Math.min(Math.max((segmentS * 1000) / 2, SHORTEST_KNOCK_MS), LONGEST_KNOCK_MS),
    behindMs: (wallMs) => (hls.playingDate === null ? null : wallMs - hls.playingDate.getTime()),
    cues: () => cues,
    sign: () => sign,
    speak: (next) => {
      wanted = next
      speak()
    },
    close: () => hls.destroy(),
  }
}
