import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { extname, join, sep } from 'node:path'
import { faultCode } from '@akari/node-kit'
import { sendFile, sendStatus } from './send.ts'

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.webp': 'image/webp',
  '.woff2': 'font/woff2',
  '.woff': 'font/woff',
  '.mp3': 'audio/mpeg',
  '.ico': 'image/x-icon',
}

/** The built screen. Names with a hash are kept for ever; the page itself is asked for anew, so that an update shows. */
export function screenFiles(folder: string) {
  return async (request: IncomingMessage, response: ServerResponse, pathname: string): Promise<void> => {
    const path = join(folder, pathname === '/' ? 'index.html' : pathname)
    const type = TYPES[extname(path)]
    const bytes = path.startsWith(folder + sep) && type !== undefined ? await fileSize(path) : null
    if (bytes === null || type === undefined) return sendStatus(response, 404, 'Not found')
    const cache = pathname.startsWith('/assets/') ? 'public, max-age=31536000, immutable' : 'no-store'
    const file = { bytes, read: (start: number, end: number) => createReadStream(path, { start, end }) }
    await sendFile(request, response, file, { 'content-type': type, 'cache-control': cache })
  }
}

async function fileSize(path: string): Promise<number | null> {
  try {
    const found = await stat(path)
    return found.isFile() ? found.size : null
  } catch (error) {
    const code = faultCode(error)
    if (code === 'ENOENT' || code === 'ENOTDIR') return null
    throw error
  }
}
