import { join } from 'node:path'
import { keepCompiled } from '@akari/node-kit/keep-compiled'
import { runningOnNode24 } from '@akari/node-kit/node-version'
import { kioskFolder } from './folder.config.ts'

if (runningOnNode24(import.meta.filename)) {
  keepCompiled(join(kioskFolder(), 'compiled'), import.meta.filename)
  const { run } = await import('./run.ts')
  await run()
}
