import { appendFileSync, mkdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'

const patienceMs = 10 * 60_000
const graceForUnsignedMs = 5_000

/**
 * Holds a folder as a lock, so that two installations never write node_modules at once. Waits up to ten
 * minutes for a living holder (`onWait` is called once); a dead holder's lock is taken over. What is started
 * under it and would outlive a holder that is killed keeps it too (`share`).
 */
export async function takeLock(folder, onWait) {
  const deadline = performance.now() + patienceMs
  for (let waited = false; ; waited = true) {
    if (created(folder)) return lockIn(folder)
    if (isAbandoned(folder)) {
      setAside(folder)
      continue
    }
    if (!waited) onWait()
    if (performance.now() > deadline) {
      throw Object.assign(new Error('waitedTooLong'), { messageKey: 'waitedTooLong', values: { lock: folder } })
    }
    await sleep(200)
  }
}

function lockIn(folder) {
  return {
    release: () => rmSync(folder, { recursive: true, force: true }),
    share: (pid) => appendFileSync(join(folder, 'pid'), `${pid}\n`),
  }
}

function created(folder) {
  try {
    mkdirSync(folder)
  } catch (error) {
    if (error.code === 'EEXIST') return false
    throw error
  }
  writeFileSync(join(folder, 'pid'), `${process.pid}\n`)
  return true
}

function isAbandoned(folder) {
  try {
    const pids = readFileSync(join(folder, 'pid'), 'utf8').split('\n').map(Number)
    const holders = pids.filter((pid) => pid > 0)
    return holders.length > 0 ? !holders.some(isAlive) : isOlderThanGrace(folder)
  } catch (error) {
    if (error.code === 'ENOENT') return isOlderThanGrace(folder)
    throw error
  }
}

function isAlive(pid) {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return error.code === 'EPERM'
  }
}

/** A holder that has just made the folder has not signed it yet. */
function isOlderThanGrace(folder) {
  const made = statSync(folder, { throwIfNoEntry: false })
  return made !== undefined && Date.now() - made.mtimeMs > graceForUnsignedMs
}

/** Renaming is atomic: of several waiters only one moves the dead lock away. */
function setAside(folder) {
  const grave = `${folder}.${process.pid}`
  try {
    renameSync(folder, grave)
  } catch (error) {
    if (error.code !== 'ENOENT') throw error
  }
  rmSync(grave, { recursive: true, force: true })
}
