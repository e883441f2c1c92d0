import Hls, { ErrorTypes, Events } from 'hls.js'
import { type LiveWatch, lookAt, newLiveWatch } from './live-watch.ts'

const LOOK_EVERY_MS = 500

/**
 * Keeps `video` at the live edge of the HLS stream at `url`: recovers from decoding errors in place, builds a new
 * connection with growing waits after anything worse, and never gives up. `report` hears each change of the picture.
 */
export function startLivePlayback(
  video: HTMLVideoElement,
  url: string,
  report: (picture: LiveWatch['picture']) => void,
): { close: () => void } {
  let watch = newLiveWatch(performance.now())
  let connection = connect(video, url)
  const timer = setInterval(() => {
    const seen = { nowMs: performance.now(), position: video.currentTime, broken: connection.isBroken() }
    const looked = lookAt(watch, seen)
    if (looked.watch.picture !== watch.picture) report(looked.watch.picture)
    watch = looked.watch
    if (!looked.restart) return
    connection.close()
    connection = connect(video, url)
  }, LOOK_EVERY_MS)
  return {
    close: () => {
      clearInterval(timer)
      connection.close()
    },
  }
}

function connect(video: HTMLVideoElement, url: string): { isBroken: () => boolean; close: () => void } {
  let broken = false
  let recoveries = 0
  // No worker: it would need blob: in the page's Content-Security-Policy for scripts.
  const hls = new Hls({
    enableWorker: false,
    liveSyncDurationCount: 2,
    liveMaxLatencyDurationCount: 8,
    maxLiveSyncPlaybackRate: 1.1,
    backBufferLength: 10,
    maxBufferLength: 15,
  })
  hls.on(Events.MANIFEST_PARSED, () => {
    // The watch notices when nothing moves, whatever the reason play() was refused for.
    video.play().catch(() => undefined)
  })
  hls.on(Events.ERROR, (_event, error) => {
    if (!error.fatal) return
    if (error.type === ErrorTypes.MEDIA_ERROR && recoveries < 2) {
      recoveries += 1
      hls.recoverMediaError()
    } else broken = true
  })
  hls.loadSource(url)
  hls.attachMedia(video)
  return { isBroken: () => broken, close: () => hls.destroy() }
}
