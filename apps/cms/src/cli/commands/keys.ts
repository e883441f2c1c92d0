import { Channel, KeyManifest } from '@akari/protocol'
import type { Command } from '../main.ts'
import { CliError, sentence } from '../say.ts'

/** `akari keys …` */
export const keyCommands: Record<string, Command> = {
  /** A new signing key for one channel; displays that are off learn of it when they are back. */
  rotate: async (client, { args }) => {
    const channel = Channel.safeParse(args[0])
    if (!channel.success) throw new CliError(sentence('missing', { argument: 'live|drill' }))
    const manifest = await client.post('/keys/rotate', { channel: channel.data }, KeyManifest)
    const values = { channel: channel.data, key: manifest.keys[channel.data], revision: String(manifest.revision) }
    return { json: manifest, text: sentence('keyRotated', values) }
  },
}
