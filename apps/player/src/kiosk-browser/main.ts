import { keepCompiled } from '@akari/node-kit/keep-compiled'
import { runningOnNode24 } from '@akari/node-kit/node-version'
import { compiledFolder } from './folder.config.ts'

if (runningOnNode24(import.meta.filename)) {
  keepCompiled(compiledFolder(), import.meta.filename)
  const { run } = await import('./run.ts')
  await run()
}
