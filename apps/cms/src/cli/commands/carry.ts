import { join, resolve } from 'node:path'
import { faultCode, writeFileAtomically } from '@akari/node-kit'
import { CarriedFile } from '@akari/protocol'
import type { Command } from '../main.ts'
import { CliError, required, sentence } from '../say.ts'

/** `akari alerts carry FOLDER`: the newest signed state as a file in this folder, under a name that says channel and time. */
export const carryAlerts: Command = async (client, { args, flags }) => {
  const folder = resolve(required(args, 0, 'FOLDER'))
  const channel = flags.live ? 'live' : 'drill'
  const carried = await client.post('/alerts/carry', { channel }, CarriedFile)
  const path = join(folder, carried.name)
  await writeFileAtomically(path, `${JSON.stringify(carried.file)}\n`).catch((err: unknown) => {
    if (faultCode(err) === null) throw err
    throw new CliError(sentence('notWritten', { path }))
  })
  return { json: { ...carried, path }, text: `${sentence('carried', { path })}\n${effectOf(carried)}` }
}

function effectOf({ inForce, endsAt }: CarriedFile): string {
  const count = String(inForce)
  if (inForce === 0) return sentence('carriedNothing')
  return endsAt === null ? sentence('carriedUntilEnded', { count }) : sentence('carriedUntil', { count, at: endsAt })
}
