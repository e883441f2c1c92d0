import { User, UserWithPassword } from '@akari/protocol'
import { z } from 'zod'
import type { Command } from '../main.ts'
import { CliError, required, sentence } from '../say.ts'

/** `akari users …` */
export const userCommands: Record<string, Command> = {
  'reset-password': async (client, { args }) => {
    const username = required(args, 0, 'USERNAME')
    const user = (await client.get('/users', z.array(User))).find((u) => u.username === username)
    if (user === undefined) throw new CliError(sentence('noUser', { username }))
    const made = await client.post(`/users/${user.id}/password`, {}, UserWithPassword)
    return { json: made, text: sentence('password', { username, password: made.password }) }
  },
}
