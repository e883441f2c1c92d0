/** Preloaded into the agent: on SIGUSR2 its wall clock is put to what the file AKARI_FAULT_CLOCK says (ms to add to the real one). */
import { readFileSync } from 'node:fs'

const Real = Date
const shiftMs = (): number => Number(readFileSync(process.env['AKARI_FAULT_CLOCK'] ?? '', 'utf8'))
let shift = shiftMs()
process.on('SIGUSR2', () => {
  shift = shiftMs()
})

class Shifted extends Real {
  constructor(...given: [] | [number | string | Date]) {
    super(given.length === 0 ? Real.now() + shift : given[0])
  }
  static override now(): number {
    return Real.now() + shift
  }
}
globalThis.Date = Shifted as DateConstructor
