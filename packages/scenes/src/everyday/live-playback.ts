import type { KioskLanguage } from '@akari/protocol'
import { connect, type LiveConnection } from './live-connection.ts'
import { type ContentTrouble, type LiveContent, lookAtContent, newLiveContent } from './live-content.ts'
import { cuesAt, type StreamCue } from './live-cues.ts'
import { liveSampler } from './live-sampler.ts'
import { type LiveWatch, lookAt, newLiveWatch } from './live-watch.ts'

const LOOK_EVERY_MS = 250
const SAMPLE_EVERY_MS = 1000
/** A picture that is black, or does not change, may be the decoder's fault: a new connection tells, seldom and more seldom. */
const MEND_AFTER_MS = [0, 120_000, 600_000]

/** What a playback tells whoever draws it; each only when it changes. */
export interface LiveHearer {
  picture: (picture: LiveWatch['picture']) => void
  /** What is wrong with what is shown and said, although it moves. */
  troubles: (troubles: readonly ContentTrouble[]) => void
  /** What a text track of the stream says now. */
  spoken: (cues: readonly StreamCue[]) => void
  /** The address of the picture of who signs. */
  sign: (url: string | null) => void
}

export interface LivePlayback {
  /** Whose words and captions are wanted. */
  speak: (language: KioskLanguage) => void
  close: () => void
}

/**
 * Keeps `video` at the live edge of the HLS stream at `url`: recovers from decoding errors in place, connects anew after anything
 * worse, and never gives up. The old connection plays what it has until the new one is open.
 */
export function startLivePlayback(
  video: HTMLVideoElement,
  url: string,
  language: KioskLanguage,
  hearer: LiveHearer,
): LivePlayback {
  const nowMs = (): number => performance.now()
  const sample = liveSampler(video)
  let wanted = language
  let isClosed = false
  let watch = newLiveWatch(nowMs())
  let content: LiveContent | null = null
  let mended = { count: 0, atMs: Number.NEGATIVE_INFINITY }
  let played: LiveConnection | null = null
  let knocking: LiveConnection | null = null
  const tell = { troubles: onChange(hearer.troubles), spoken: onChange(hearer.spoken), sign: onChange(hearer.sign) }

  const knock = (): void => {
    knocking?.close()
    const opening = connect(video, url, wanted, {
      nowMs,
      opened: () => {
        played?.close()
        played = opening
        knocking = null
      },
    })
    knocking = opening
  }

  const look = (): void => {
    const connection = played ?? knocking
    if (connection === null) return
    const at = nowMs()
    const looked = lookAt(watch, {
      nowMs: at,
      mark: markOf(video),
      broken: knocking === null ? connection.broken() : knocking.broken(),
      starving: knocking !== null || connection.starving(at),
      knockEveryMs: connection.knockEveryMs(),
    })
    if (looked.watch.picture !== watch.picture) hearer.picture(looked.watch.picture)
    watch = looked.watch
    tell.spoken(watch.picture === 'moving' ? cuesAt(connection.cues(), video.currentTime) : [])
    tell.sign(watch.picture === 'moving' ? connection.sign() : null)
    video.dataset['behindMs'] = String(Math.round(connection.behindMs(Date.now()) ?? -1))
    if (looked.restart) knock()
  }
  const judge = async (): Promise<void> => {
    const seen = watch.picture === 'moving' ? await sample(nowMs()) : null
    if (isClosed) return
    if (seen === null || watch.picture !== 'moving') {
      content = null
      return tell.troubles([])
    }
    const judged = lookAtContent(content ?? newLiveContent(seen), seen)
    content = judged.content
    tell.troubles(judged.troubles)
    mend(judged.troubles)
  }
  const mend = (troubles: readonly ContentTrouble[]): void => {
    const at = nowMs()
    const waitMs = MEND_AFTER_MS[Math.min(mended.count, MEND_AFTER_MS.length - 1)] ?? 0
    if (at - mended.atMs < waitMs) return
    if (troubles.includes('black') || troubles.includes('frozen')) {
      mended = { count: mended.count + 1, atMs: at }
      knock()
    } else if (mended.count > 0) mended = { count: 0, atMs: at }
  }

  knock()
  const timers = [setInterval(look, LOOK_EVERY_MS), setInterval(() => void judge(), SAMPLE_EVERY_MS)]
  return {
    speak: (next) => {
      wanted = next
      played?.speak(next)
      knocking?.speak(next)
    },
    close: () => {
      isClosed = true
      for (const timer of timers) clearInterval(timer)
      played?.close()
      knocking?.close()
    },
  }
}

/** Frames drawn so far; how far it has come where nobody sees the page, and so none are drawn. */
function markOf(video: HTMLVideoElement): string {
  const { totalVideoFrames } = video.getVideoPlaybackQuality()
  if (video.currentTime === 0 || totalVideoFrames === 0) return ''
  return document.hidden ? String(video.currentTime) : String(totalVideoFrames)
}

/** Passes a value on when it differs from the one before. */
function onChange<T>(hear: (value: T) => void): (value: T) => void {
  let last = ''
  return (value) => {
    const text = JSON.stringify(value)
    if (text === last) return
    last = text
    hear(value)
  }
}
