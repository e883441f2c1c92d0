import { faultText, JsonFile, type Logger } from '@akari/node-kit'
import { type HostPower, OnBattery } from '@akari/protocol'
import { z } from 'zod'
import type { Vitals } from '../device/vitals.ts'
import type { Faults } from '../faults.ts'
import type { StateAuthor } from '../state-author.ts'
import { startEnding } from './ending.ts'
import { judge } from './judge.ts'
import type { PowerConfig } from './power-config.ts'
import { powerVitals } from './power-vitals.ts'
import { runProgram } from '../run-program.ts'
import { startSensors } from './sensors.ts'
import { ON_MAINS, step, type Watch } from './watch.ts'

/** The power cut that is on, for an agent that starts again in the middle of it; null: there is none. */
const Saved = z.object({ bootId: z.string(), power: OnBattery.nullable() })

const LOOK_MS = 500
const SHUT_DOWN_WITHIN_MS = 60_000

export type PowerDeps = {
  config: PowerConfig
  /** Where the power cut that is on is kept. */
  path: string
  bootId: string
  author: StateAuthor
  faults: Faults
  vitals: Vitals
  log: Logger
  now: () => string
  monotonicMs: () => number
}

/** `host` takes what the host of the glass says of the supply (Electron's powerMonitor). */
export type PowerKeeper = { host: (told: HostPower) => void; close: () => Promise<void> }

/** Watches the supply and says in the player's state what feeds the display, at once when the mains goes. */
export async function startPower(deps: PowerDeps): Promise<PowerKeeper> {
  const { config, bootId, author, faults, vitals, log, monotonicMs } = deps
  const { shutDown } = config
  const file = new JsonFile(Saved, deps.path)
  const saved = await file.load()
  if (saved.state === 'corrupt') faults.report('power-file-damaged', saved.setAsideAs ?? deps.path)
  const cut = saved.state === 'ok' && saved.value.bootId === bootId ? saved.value.power : null
  let watch: Watch = cut === null ? ON_MAINS : { power: cut, lostAtMs: monotonicMs(), backAtMs: null }
  if (cut !== null) author.update({ power: cut }, 'now')

  const look = (): void => {
    const moment = { instant: deps.now(), monotonicMs: monotonicMs(), batteryMinutes: config.batteryMinutes }
    const before = watch.power
    const heard = sensors.heard()
    watch = step(watch, judge(heard), moment)
    const { power } = watch
    vitals.tell({ power: powerVitals(heard, power) })
    if (power === before) return
    author.update({ power }, 'now')
    ending.told(power)
    if (tierIn(power) === tierIn(before)) return
    log.warn({ power }, 'power')
    file.save({ bootId, power: power === 'mains' ? null : power }).then(
      () => faults.clear('power-not-saved'),
      (error: unknown) => faults.report('power-not-saved', faultText(error)),
    )
  }
  const ending = startEnding({
    faults,
    shutDown: shutDown === null ? null : () => runProgram(shutDown, SHUT_DOWN_WITHIN_MS),
    isOver: () => tierIn(watch.power) === 'ending' && watch.backAtMs === null,
  })
  const sensors = startSensors({ config, faults, monotonicMs, changed: () => look() })
  const timer = setInterval(look, LOOK_MS)
  return {
    host: sensors.host,
    close: async () => {
      clearInterval(timer)
      ending.close()
      await sensors.close()
      await file.settled()
    },
  }
}

function tierIn(power: Watch['power']): string {
  return power === 'mains' ? power : power.tier
}
