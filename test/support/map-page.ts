import { readFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { extname, join, normalize } from 'node:path'
import { build } from 'vite'
import { woff2Only } from '../../scripts/woff2-only.ts'
import { temporaryFolder } from './temporary-folder.ts'

const TYPES: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.css': 'text/css',
}

/** Builds the page of test/map-page, which holds nothing but a map, and serves it until closed. */
export async function serveMapPage(): Promise<{ url: string; close: () => Promise<void> }> {
  const folder = await temporaryFolder('map-page')
  await build({
    configFile: false,
    root: join(import.meta.dirname, '..', 'map-page'),
    base: './',
    logLevel: 'warn',
    css: { postcss: { plugins: [woff2Only] } },
    build: { outDir: folder.path, emptyOutDir: true, assetsInlineLimit: 0, chunkSizeWarningLimit: 1500 },
  })
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://map')
    const file = normalize(join(folder.path, pathname === '/' ? 'index.html' : pathname))
    readFile(file.startsWith(folder.path) ? file : folder.path).then(
      (bytes) =>
        response.writeHead(200, { 'content-type': TYPES[extname(file)] ?? 'application/octet-stream' }).end(bytes),
      () => response.writeHead(404).end(),
    )
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return {
    url: `http://127.0.0.1:${port}/`,
    close: async () => {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
      await folder.remove()
    },
  }
}
