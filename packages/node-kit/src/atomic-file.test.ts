import { execFile } from 'node:child_process'
import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { removeTemporaryFiles, writeFileAtomically } from './atomic-file.ts'

let folder: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'akari-atomic-'))
})
afterEach(() => rm(folder, { recursive: true, force: true }))

describe('writeFileAtomically', () => {
  it('replaces the whole file and leaves no temporary file', async () => {
    const path = join(folder, 'a.json')
    await writeFileAtomically(path, 'old and much longer')
    await writeFileAtomically(path, 'new')
    expect(await readFile(path, 'utf8')).toBe('new')
    expect(await readdir(folder)).toEqual(['a.json'])
  })

  it('gives the file the mode it was asked for', async () => {
    const path = join(folder, 'key.pem')
    await writeFileAtomically(path, 'secret', { mode: 0o600 })
    expect((await stat(path)).mode & 0o777).toBe(0o600)
  })

  it('rejects and cleans up when the rename is impossible', async () => {
    await expect(writeFileAtomically(folder, 'x')).rejects.toThrow()
    await writeFile(join(folder, 'other'), '')
    expect(await readdir(folder)).toEqual(['other'])
  })

  it('never lets a killed writer leave half a file', async () => {
    const path = join(folder, 'state.json')
    await writeFileAtomically(path, JSON.stringify({ n: -1, filler: 'x'.repeat(300_000) }))
    const script = join(folder, 'writer.ts')
    const module = JSON.stringify(join(import.meta.dirname, 'atomic-file.ts'))
    await writeFile(
      script,
      `import { writeFileAtomically } from ${module}
       for (let n = 0; ; n++) {
         await writeFileAtomically(${JSON.stringify(path)}, JSON.stringify({ n, filler: 'x'.repeat(300_000) }))
         if (n === 0) process.stdout.write('writing')
       }`,
    )
    for (let round = 0; round < 5; round++) {
      const child = execFile(process.execPath, [script])
      await new Promise((resolve) => child.stdout?.once('data', resolve))
      await sleep(20 + round * 13)
      const ended = new Promise((resolve) => child.once('exit', resolve))
      child.kill('SIGKILL')
      await ended
      expect(JSON.parse(await readFile(path, 'utf8'))).toMatchObject({ filler: 'x'.repeat(300_000) })
    }
  })
})

describe('removeTemporaryFiles', () => {
  it('deletes only what writeFileAtomically could have left', async () => {
    await writeFile(join(folder, 'a.json.0123456789ab.tmp'), '')
    await writeFile(join(folder, 'notes.tmp'), '')
    await writeFile(join(folder, 'a.json'), '')
    await removeTemporaryFiles(folder)
    expect((await readdir(folder)).sort()).toEqual(['a.json', 'notes.tmp'])
  })
})
