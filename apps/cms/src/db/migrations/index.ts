import type { Migration } from 'kysely/migration'
import type { Engine } from '../engine.ts'
import { up as alertsFirstLight } from './alerts-001-first-light.ts'
import { up as mainFirstLight } from './main-001-first-light.ts'
import { appendOnlyAudit } from './main-002-append-only-audit.ts'

/** In order. A static list, so that two people adding the same number meet in a merge conflict. */
export function mainMigrations(engine: Engine): Record<string, Migration> {
  return {
    '001-first-light': { up: mainFirstLight },
    '002-append-only-audit': { up: appendOnlyAudit(engine) },
  }
}

export function alertMigrations(): Record<string, Migration> {
  return { '001-first-light': { up: alertsFirstLight } }
}
