import { resolve } from 'node:path'

/** Where the agent keeps what must outlive it, unless AKARI_AGENT_DATA says something else. */
export const DEFAULT_FOLDER = 'data/player'

/** That folder, for the entry, which must know it before it loads what reads and checks the settings. */
export function agentFolder(environment: NodeJS.ProcessEnv = process.env): string {
  return resolve(environment['AKARI_AGENT_DATA'] ?? DEFAULT_FOLDER)
}
