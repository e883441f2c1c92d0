import { DisplayView, PairingClaim } from '@akari/protocol'
import { z } from 'zod'
import type { Client } from '../client.ts'
import type { Command } from '../main.ts'
import { nearNames } from '../../near-names.ts'
import { CliError, required, sentence } from '../say.ts'

/** `akari displays …` */
export const displayCommands: Record<string, Command> = {
  list: async (client) => {
    const displays = await client.get('/displays', z.array(DisplayView))
    return { json: displays, text: displays.map((d) => `${d.status}\t${d.profile.name}\t${d.id}`).join('\n') }
  },
  /** Attaches the player that shows this code to the display of this name. `--digits`: what its screen shows. */
  pair: async (client, { args, flags }) => {
    const code = required(args, 0, 'CODE')
    const { name } = flags
    if (name === undefined) throw new CliError(sentence('missing', { argument: '--name NAME' }))
    const display = await displayNamed(client, name)
    const claim = await client.post('/pairing/claims', { code }, PairingClaim)
    if (flags.digits !== claim.digits) {
      await client.remove(`/pairing/claims/${claim.requestId}`)
      throw new CliError(`${sentence('digits', { digits: claim.digits })}\n${sentence('digitsDiffer')}`)
    }
    const confirm = { attach: 'existing', displayId: display.id }
    const paired = await client.post(`/pairing/claims/${claim.requestId}/confirm`, confirm, DisplayView)
    return { json: paired, text: sentence('paired', { name: paired.profile.name, id: paired.id }) }
  },
}

/** The display of this name; throws CliError that names those there are, of many the most alike. */
export async function displayNamed(client: Client, name: string): Promise<DisplayView> {
  const displays = await client.get('/displays', z.array(DisplayView))
  const display = displays.find((d) => d.profile.name === name)
  if (display !== undefined) return display
  const there = displays.map((d) => d.profile.name)
  const names = nearNames(name, there).join(', ')
  throw new CliError(sentence('noDisplay', { name, names: names === '' ? sentence('none') : names }))
}
