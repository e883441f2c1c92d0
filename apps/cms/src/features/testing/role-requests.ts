import { Role } from '@akari/protocol'
import type { Request } from 'express'
import { z } from 'zod'
import type { Actor } from '../../http/actor.ts'

export type Answer = { status: number; headers: Headers; body: unknown; bytes: Buffer }
type Options = {
  as?: Role | 'nobody' | { display: string }
  /** The display groups they answer for; all when left out. */
  groups?: readonly string[]
  body?: unknown
  /** Sent as it is, as application/octet-stream. */
  raw?: Uint8Array<ArrayBuffer>
  headers?: Record<string, string>
}

/** Calls the API at `url` as whoever the test says. */
export function requester(url: string) {
  return async (
    method: string,
    path: string,
    { as = 'editor', groups, body, raw, headers = {} }: Options = {},
  ): Promise<Answer> => {
    const who = typeof as === 'string' ? { 'x-role': as } : { 'x-display': as.display }
    const limit = groups === undefined ? {} : { 'x-groups': encodeURIComponent(groups.join(',')) }
    const json = body === undefined ? {} : { 'content-type': 'application/json' }
    const bare = raw === undefined ? {} : { 'content-type': 'application/octet-stream' }
    const response = await fetch(`${url}${path}`, {
      method,
      headers: { ...who, ...limit, ...json, ...bare, ...headers },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      ...(raw === undefined ? {} : { body: raw }),
    })
    const bytes = Buffer.from(await response.arrayBuffer())
    const isJson = response.headers.get('content-type')?.includes('json') ?? false
    return { status: response.status, headers: response.headers, body: isJson ? parsed(bytes) : null, bytes }
  }
}

function parsed(bytes: Buffer): unknown {
  return bytes.length === 0 ? null : JSON.parse(bytes.toString('utf8'))
}

/** Who is asking, as the test says in a header: signing in is another feature. */
export function actorOf(req: Request): Promise<Actor> {
  const display = z.string().safeParse(req.headers['x-display'])
  if (display.success) return Promise.resolve({ kind: 'player', displayId: display.data, ip: '127.0.0.1' })
  const role = Role.safeParse(req.headers['x-role'])
  if (!role.success) return Promise.resolve({ kind: 'anonymous', ip: '127.0.0.1' })
  const given = z.string().safeParse(req.headers['x-groups'])
  const groups = given.success ? decodeURIComponent(given.data).split(',') : null
  const user = { id: role.data, username: role.data, role: role.data, groups, mustChangePassword: false }
  return Promise.resolve({ kind: 'user', ...user, ip: '127.0.0.1' })
}
