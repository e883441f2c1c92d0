import { readFile } from 'node:fs/promises'
import { request as plainRequest } from 'node:http'
import { request as tlsRequest } from 'node:https'
import type { LocalAccess } from '../config/local-access.ts'

export type LocalAnswer = { status: number; text: string }

/**
 * One request to the server of this machine. Its certificate names the city's host, not the loopback, and may be
 * self-signed: what is trusted is the very certificate file the server was given, and nothing else.
 */
export async function localRequest(
  access: LocalAccess,
  method: string,
  path: string,
  headers: Record<string, string>,
  body: string | Uint8Array | null,
): Promise<LocalAnswer> {
  const url = new URL(path, access.url)
  const trust =
    access.certPath === null
      ? {}
      : { ca: await readFile(access.certPath), allowPartialTrustChain: true, checkServerIdentity: () => undefined }
  return new Promise((resolve, reject) => {
    const send = url.protocol === 'https:' ? tlsRequest : plainRequest
    const outgoing = send(url, { method, headers, ...trust }, (incoming) => {
      const parts: Buffer[] = []
      incoming.on('data', (part: Buffer) => parts.push(part))
      incoming.once('error', reject)
      incoming.once('end', () => {
        resolve({ status: incoming.statusCode ?? 0, text: Buffer.concat(parts).toString('utf8') })
      })
    })
    outgoing.once('error', reject)
    outgoing.end(body ?? undefined)
  })
}
