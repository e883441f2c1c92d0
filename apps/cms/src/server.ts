import type { Logger } from 'pino'
import type { Config } from './config/config.ts'
import { removeLocalAccess, writeLocalAccess } from './config/local-access.ts'
import { type Databases, openDatabases } from './db/database.ts'
import { listen } from './http/listen.ts'
import { startJobs } from './jobs.ts'
import { wireDisplays } from './wire-displays.ts'
import { wireDoors } from './wire-doors.ts'
import { wireEmergency } from './wire-emergency.ts'
import { wireGlass } from './wire-glass.ts'
import { wireGround } from './wire-ground.ts'
import { wirePublishing } from './wire-publishing.ts'
import { wireWarnings } from './wire-warnings.ts'

export type RunningServer = {
  url: string
  firstAdmin: { username: string; password: string } | null
  seeded: boolean
  /** Does ahead what takes long the first time only; for a server that will run for longer than a test. */
  getReady: () => void
  close: () => Promise<void>
}

type Deps = { log: Logger; now: () => Date }

/** Starts the CMS. Throws StartupError for what the person at the terminal can mend. */
export async function startServer(config: Config, deps: Deps): Promise<RunningServer> {
  const databases = await openDatabases(config)
  try {
    return await serve(config, databases, deps)
  } catch (err) {
    await databases.close()
    throw err
  }
}

async function serve(config: Config, databases: Databases, { log, now }: Deps): Promise<RunningServer> {
  const ground = await wireGround({ config, databases, log, now })
  const { accounts, api, interfaces, common } = ground
  const { content, workflow, captions } = wirePublishing(ground, () => warnings.desk.shelters.list())
  content.tellOfRecordings(workflow.notify)
  const devices = await wireDisplays({
    db: databases.main,
    store: ground.displayRecords,
    // Asked for when somebody pairs, long after the keys were read.
    keys: () => emergency.keyring.publicKeys(),
    publishedRevisions: content.publishedRevisions,
    revoke: (displayId) => ground.feed.publish({ kind: 'revoked', displayId }),
    announceHere: ground.announceHere,
    ...common,
  })
  const { displays, displayList } = devices
  accounts.addRoutes(api)
  interfaces.addRoutes(api)
  devices.addRoutes(api)
  const emergency = await wireEmergency(ground, devices)
  const glass = await wireGlass(ground, { displays, content, emergency, notify: workflow.notify })
  const warnings = await wireWarnings(ground, {
    emergency,
    displayList,
    holidays: async () => (await content.holidays.calendar()).holidays,
    sheltersChanged: content.sheltersChanged,
  })
  const { sources, desk, rehearsals } = warnings
  const { http, sockets, following, captionSocket } = wireDoors(ground, {
    content,
    captions,
    devices,
    emergency,
    warnings,
    plays: glass.plays,
  })

  await content.holidays.refresh()
  await content.feeds.refresh(() => Promise.resolve())
  await captions.refresh()
  const port = await listen(http, config)
  const seeded =
    config.seed !== null && (await content.seed(config.seed, displays.addRecord, rehearsals.seed, desk.shelters))
  // Last of all: a start that fails or is cut off before must not have used up the password that nobody saw.
  const firstAdmin = await accounts.users.createFirstAdmin()
  const url = `${config.tls === null ? 'http' : 'https'}://${config.host}:${port}`
  await writeLocalAccess(config.dataDir, {
    url,
    secret: accounts.localSecret,
    pid: process.pid,
    certPath: config.tls?.certPath ?? null,
  })
  const jobs = startJobs(
    [
      ...devices.jobs,
      ...accounts.jobs,
      ...content.jobs,
      ...(config.seed === null ? [] : await content.sampleSitting(config.seed.sits)),
      ...emergency.jobs,
      ...glass.jobs,
      ...warnings.jobs,
      ...interfaces.jobs,
      ...workflow.jobs,
      ...captions.jobs,
    ],
    log,
  )
  sources.start()
  log.info({ url, engine: databases.engine, data: config.dataDir }, 'cms ready')
  if (config.tls === null && !['127.0.0.1', '::1', 'localhost'].includes(config.host)) {
    log.warn(
      'serving plain http beyond this machine: set AKARI_TLS_CERT and AKARI_TLS_KEY, or put a TLS proxy in front',
    )
  }

  const stop = async () => {
    rehearsals.close()
    await following.close()
    await jobs.close()
    await sources.close()
    emergency.channels.close()
    captionSocket.close()
    await sockets.close()
    await captions.close()
    http.closeAllConnections()
    await displays.housekeep().catch((err: unknown) => log.warn({ err }, 'last words of displays not stored'))
    accounts.audit.close()
    await accounts.heads.sign().catch((err: unknown) => log.warn({ err }, 'audit log not signed at the end'))
    await emergency.close()
    await ground.feed.close()
    await content.close()
    await removeLocalAccess(config.dataDir)
    await databases.close()
  }
  let stopping: Promise<void> | null = null
  return {
    url,
    firstAdmin,
    seeded,
    getReady: emergency.getReady,
    close: () => {
      stopping ??= stop()
      return stopping
    },
  }
}
