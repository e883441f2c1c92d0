/** Encodes the sample council stream to `council-stream/segments/`: `node authoring/council-stream/main.ts`. Needs Chromium and ffmpeg. */
import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { loadSampleSitting } from '../../src/index.ts'
import { FONTS_URL, openStudio } from '../browser.ts'
import { chamberPage, CLOCK, foregroundPage, secondHandPage, SIZE, speakerPage } from './chamber.ts'

const LOOP_SECONDS = 60
const SEGMENT_SECONDS = 2
const FRAMES_PER_SECOND = 15

const scratch = mkdtempSync(join(tmpdir(), 'chamber-'))
const segments = fileURLToPath(new URL('../../council-stream/segments', import.meta.url))
const digits = fileURLToPath(`${FONTS_URL}/biz-udpgothic/files/biz-udpgothic-latin-700-normal.woff`)

const studio = await openStudio()
const layers = [
  { name: 'chamber', html: chamberPage(FONTS_URL), size: SIZE },
  { name: 'speaker', html: speakerPage(FONTS_URL), size: SIZE },
  { name: 'foreground', html: foregroundPage(FONTS_URL, loadSampleSitting().title.ja), size: SIZE },
  { name: 'hand', html: secondHandPage(FONTS_URL), size: { width: 200, height: 200 } },
]
for (const { name, html, size } of layers) {
  const page = await studio.open(html, size)
  await page.screenshot({ path: join(scratch, `${name}.png`), omitBackground: true })
}
await studio.close()

// Every movement has a period that divides the loop, so that nothing jumps where it starts over.
const picture = [
  `[3]rotate=a='2*PI*floor(t)/${LOOP_SECONDS}':c=none[hand]`,
  `[0][1]overlay=x='6*sin(2*PI*t/6)':y='3*sin(2*PI*t/3)'[spoken]`,
  `[spoken][2]overlay[room]`,
  `[room][hand]overlay=x=${CLOCK.x - 100}:y=${CLOCK.y - 100}[clock]`,
  `[clock]drawtext=fontfile='${digits}':text='0\\:%{eif\\:t\\:d\\:2}':fontsize=40:fontcolor=white:x=1140:y=662,format=yuv420p[v]`,
].join(';')
const tone = [220, 277, 330]
  .map((hz, i) => `0.012*sin(2*PI*${hz}*t)*(0.6+0.4*sin(2*PI*t/${[4, 6, 10][i] ?? 4}))`)
  .join('+')
const still = layers.flatMap(({ name }) => [
  '-loop',
  '1',
  '-framerate',
  String(FRAMES_PER_SECOND),
  '-i',
  join(scratch, `${name}.png`),
])

rmSync(segments, { recursive: true, force: true })
mkdirSync(segments)
execFileSync(
  'ffmpeg',
  [
    '-y',
    '-loglevel',
    'error',
    ...still,
    '-f',
    'lavfi',
    '-i',
    `aevalsrc=${tone}:s=48000`,
    '-filter_complex',
    picture,
    '-map',
    '[v]',
    '-map',
    '4:a',
    '-t',
    String(LOOP_SECONDS),
    '-c:v',
    'libx264',
    '-profile:v',
    'main',
    '-preset',
    'slow',
    '-crf',
    '25',
    '-bf',
    '0',
    '-g',
    String(FRAMES_PER_SECOND * SEGMENT_SECONDS),
    '-keyint_min',
    String(FRAMES_PER_SECOND * SEGMENT_SECONDS),
    '-sc_threshold',
    '0',
    '-c:a',
    'aac',
    '-b:a',
    '48k',
    '-ac',
    '1',
    '-f',
    'hls',
    '-hls_time',
    String(SEGMENT_SECONDS),
    '-hls_list_size',
    '0',
    '-hls_segment_type',
    'mpegts',
    '-hls_flags',
    'independent_segments',
    '-hls_segment_filename',
    join(segments, '%03d.mp2t'),
    join(scratch, 'list.m3u8'),
  ],
  { stdio: 'inherit' },
)
rmSync(scratch, { recursive: true })
