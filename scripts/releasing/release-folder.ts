import { cp, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

export type ReleaseFolder = { name: 'cms' | 'agent'; folder: string; root: string }

/** Adds what makes a bundle a release: manifest, licence, and a README in Japanese and English. */
export async function finishRelease({ name, folder, root }: ReleaseFolder): Promise<void> {
  const manifest = {
    name: `akari-${name}`,
    version: '0.1.0',
    private: true,
    license: 'Apache-2.0',
    type: 'module',
    engines: { node: '>=24' },
    scripts: { start: 'exec node main.js' },
  }
  await writeFile(join(folder, 'package.json'), `${JSON.stringify(manifest, null, 2)}\n`)
  await cp(join(root, 'scripts', 'releasing', `README.${name}.md`), join(folder, 'README.md'))
}
