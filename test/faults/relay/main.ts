/** `npm run test:relay [-- --short | --only WORDS]`: real agents on networks of their own; a JSON line each, 1 when one took over 5 s. */
import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { noNetworks } from './network.ts'

const why = await noNetworks()
if (why === null) {
  const script = join(import.meta.dirname, 'run.process.ts')
  const child = spawn('unshare', ['-n', process.execPath, script, ...process.argv.slice(2)], { stdio: 'inherit' })
  child.once('close', (code) => {
    process.exitCode = code ?? 1
  })
} else {
  process.stderr.write(`skipped: ${why}\n`)
}
