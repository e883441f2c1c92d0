import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { chmod, mkdir, writeFile } from 'node:fs/promises'
import { connect, createServer } from 'node:net'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'

/** Debian's /usr/sbin/upsd is a script that asks /etc/nut first. */
const UPSD = ['/lib/nut/upsd', '/usr/lib/nut/upsd', '/usr/sbin/upsd'].find((path) => existsSync(path))
const DRIVER = ['/lib/nut/dummy-ups', '/usr/lib/nut/dummy-ups', '/usr/libexec/nut/dummy-ups'].find((path) =>
  existsSync(path),
)

/** Why no real upsd can be started here; null: it can. */
export const WHY_NO_UPSD =
  UPSD === undefined || DRIVER === undefined ? 'no nut-server (upsd, dummy-ups) on this machine' : null

export type Ups = {
  port: number
  set: (status: string, charge: number, runtimeS: number) => Promise<void>
  close: () => Promise<void>
}

/** A real upsd on a free port with one made-up UPS `rack` (driver dummy-ups), whose figures `set` changes. */
export async function startUps(folder: string): Promise<Ups> {
  const port = await freePort()
  const state = join(folder, 'nut')
  await mkdir(state, { recursive: true })
  await chmod(state, 0o770)
  const device = join(state, 'rack.dev')
  const write = (status: string, charge: number, runtimeS: number): Promise<void> =>
    writeFile(device, `ups.status: ${status}\nbattery.charge: ${charge}\nbattery.runtime: ${runtimeS}\n`)
  await write('OL', 100, 3600)
  await writeFile(join(state, 'ups.conf'), `[rack]\ndriver = dummy-ups\nport = ${device}\npollinterval = 1\n`)
  await writeFile(join(state, 'upsd.conf'), `LISTEN 127.0.0.1 ${port}\nMAXAGE 5\n`)
  await writeFile(join(state, 'upsd.users'), '')
  const env = {
    ...process.env,
    NUT_CONFPATH: state,
    NUT_STATEPATH: state,
    NUT_ALTPIDPATH: state,
    NUT_QUIET_INIT_UPSNOTIFY: 'true',
  }
  const user = process.getuid?.() === 0 ? ['-u', 'root'] : []
  const driver = spawn(DRIVER ?? '', ['-a', 'rack', '-D', ...user], { env, stdio: 'ignore' })
  const server = spawn(UPSD ?? '', ['-D', ...user], { env, stdio: 'ignore' })
  await answers(port)
  return {
    port,
    set: write,
    close: async () => {
      await Promise.all([ended(driver), ended(server)])
    },
  }
}

async function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  child.kill('SIGKILL')
  await once(child, 'exit')
}

async function freePort(): Promise<number> {
  const server = createServer()
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  server.close()
  await once(server, 'close')
  return typeof address === 'object' && address !== null ? address.port : 0
}

async function answers(port: number): Promise<void> {
  for (let tries = 0; tries < 100; tries++) {
    const socket = connect({ port, host: '127.0.0.1' })
    const answered = await once(socket, 'connect').then(
      () => true,
      () => false,
    )
    socket.destroy()
    if (answered) return
    await pause(100)
  }
  throw new Error('upsd does not listen')
}
