/** Films the kingfisher, frame by frame, to `media/kingfisher.mp4`: `node authoring/video/main.ts`. Needs Chromium and ffmpeg. */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { FONTS_URL, openStudio } from '../browser.ts'
import { filmPage, SECONDS, SIZE } from './scene.ts'

const FRAMES_PER_SECOND = 25
const target = fileURLToPath(new URL('../../media/kingfisher.mp4', import.meta.url))
const encode = [
  '-c:v',
  'libx264',
  '-profile:v',
  'high',
  '-preset',
  'slow',
  '-crf',
  '24',
  '-pix_fmt',
  'yuv420p',
  '-an',
  '-movflags',
  '+faststart',
]

const studio = await openStudio()
const page = await studio.open(filmPage(FONTS_URL), SIZE)
const input = ['-f', 'image2pipe', '-framerate', String(FRAMES_PER_SECOND), '-c:v', 'mjpeg', '-i', '-']
const ffmpeg = spawn('ffmpeg', ['-y', '-loglevel', 'error', ...input, ...encode, target], {
  stdio: ['pipe', 'inherit', 'inherit'],
})
for (let frame = 0; frame < SECONDS * FRAMES_PER_SECOND; frame += 1) {
  await page.evaluate(`draw(${frame / FRAMES_PER_SECOND})`)
  if (!ffmpeg.stdin.write(await page.screenshot({ type: 'jpeg', quality: 98 }))) await once(ffmpeg.stdin, 'drain')
}
ffmpeg.stdin.end()
await once(ffmpeg, 'close')
await studio.close()
