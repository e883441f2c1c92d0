import { AlertPolicy } from '@akari/protocol'
import table from './default-policy.json' with { type: 'json' }

/**
 * The table a city starts with: docs/adr/0006. It covers every hazard on both channels, so that each alert is decided by a
 * rule that somebody can read.
 */
export const DEFAULT_POLICY: AlertPolicy = AlertPolicy.parse(table)
