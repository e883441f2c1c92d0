import { runningOnNode24 } from '@akari/node-kit'

if (runningOnNode24(import.meta.filename)) {
  const { run } = await import('./run.ts')
  await run()
}
