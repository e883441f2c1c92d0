import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** The folder of real and sample telegrams; null, and a printed reason, where there is none. */
export function corpusFolder(): string | null {
  const corpus = process.env['AKARI_CORPUS']
  if (corpus === undefined) {
    process.stdout.write('skipped: AKARI_CORPUS is not set, so the telegram corpus is not read\n')
    return null
  }
  const folder = join(corpus, 'alerts')
  if (!existsSync(folder)) throw new Error(`AKARI_CORPUS has no alerts folder: ${folder}`)
  return folder
}

/** A line of MANIFEST.tsv: `meaning` says in words what the file means for 小金井市. */
export type ManifestLine = { file: string; code: string; kind: string; meaning: string }

export function manifestOf(folder: string): ManifestLine[] {
  const [, ...lines] = readFileSync(join(folder, 'MANIFEST.tsv'), 'utf8').trimEnd().split('\n')
  return lines.map((line) => {
    const [file = '', code = '', kind = '', , , , , meaning = ''] = line.split('\t')
    return { file, code, kind, meaning }
  })
}
