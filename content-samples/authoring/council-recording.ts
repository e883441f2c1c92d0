/** Makes the recording of the sample's sitting out of its stream: `node authoring/council-recording.ts`. Needs ffmpeg. */
import { execFileSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sampleRecording, samplePath } from '../src/index.ts'

const FRAMES_PER_SECOND = 6

const scratch = mkdtempSync(join(tmpdir(), 'recording-'))
const folder = samplePath('council-stream/segments')
const segments = readdirSync(folder).sort()
const [once, loop] = [join(scratch, 'once.ts'), join(scratch, 'loop.mp4')]
writeFileSync(once, Buffer.concat(segments.map((name) => readFileSync(join(folder, name)))))
const ffmpeg = (...args: readonly string[]): void => void execFileSync('ffmpeg', ['-y', '-loglevel', 'error', ...args])
ffmpeg('-i', once, '-c', 'copy', loop)
const { durationMs, file } = sampleRecording()
const picture = [
  '-vf',
  `fps=${FRAMES_PER_SECOND},scale=640:360`,
  '-c:v',
  'libx264',
  '-preset',
  'veryslow',
  '-crf',
  '32',
]
// A picture to begin with every ten seconds: whoever chooses an item of the agenda does not wait for it.
const seeking = ['-g', String(10 * FRAMES_PER_SECOND), '-pix_fmt', 'yuv420p', '-movflags', '+faststart']
const sound = ['-c:a', 'aac', '-b:a', '16k', '-ac', '1', '-ar', '16000']
const length = ['-t', String(durationMs / 1000)]
ffmpeg('-stream_loop', '-1', '-i', loop, ...length, ...picture, ...seeking, ...sound, samplePath(file))
rmSync(scratch, { recursive: true })
