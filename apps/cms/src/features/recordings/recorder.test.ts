import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pino } from 'pino'
import { expect, it, onTestFinished } from 'vitest'
import { startRecorder } from './recorder.ts'
import { NOTHING_YET } from './stored-recording.ts'

it('says that it cannot write, keeps what was recorded before, and goes on once it can', async () => {
  const place = await mkdtemp(join(tmpdir(), 'akari-recorder-'))
  onTestFinished(() => rm(place, { recursive: true }))
  const folder = join(place, 'recording')
  await writeFile(folder, 'in the way')
  const part = { number: 1, startedAt: '2026-11-28T01:00:00.000Z', durationMs: 60_000 }
  const recorder = startRecorder(
    {
      ffmpeg: 'no-such-ffmpeg',
      folder,
      stream: {
        next: async () => ({ url: 'http://127.0.0.1:9/', from: 'edge', hasChanged: () => false }),
        close: () => undefined,
      },
      latencyMs: () => 0,
      log: pino({ level: 'silent' }),
    },
    { ...NOTHING_YET, parts: [part], bytes: 1_000 },
  )
  onTestFinished(recorder.stop)
  await expect.poll(() => recorder.read().problem).toBe('notWritten')
  expect(recorder.read()).toMatchObject({ parts: [part], bytes: 1_000, isRunning: false })
  await rm(folder)
  await expect.poll(() => recorder.read().problem).toBe('noFfmpeg')
})
