import { readFileSync } from 'node:fs'
import { createServer, type RequestListener, type Server } from 'node:http'
import { createServer as createTlsServer } from 'node:https'
import { type Config, StartupError } from '../config/config.ts'

/** A plain or TLS server for this configuration, not listening yet. Throws StartupError when the certificate is unreadable. */
export function createHttpServer(config: Config, listener: RequestListener): Server {
  if (config.tls === null) return createServer(listener)
  try {
    const cert = readFileSync(config.tls.certPath)
    const key = readFileSync(config.tls.keyPath)
    return createTlsServer({ cert, key }, listener)
  } catch (err) {
    throw new StartupError(`証明書を読み取れません / cannot read the TLS certificate or key: ${String(err)}`)
  }
}

/** Listens; resolves with the port. A taken port is a StartupError. */
export function listen(server: Server, config: Config): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', (err: NodeJS.ErrnoException) => {
      reject(err.code === 'EADDRINUSE' ? portTaken(config.port) : err)
    })
    server.listen(config.port, config.host, () => {
      const address = server.address()
      resolve(typeof address === 'object' && address !== null ? address.port : config.port)
    })
  })
}

function portTaken(port: number): StartupError {
  return new StartupError(
    `ポート ${port} はほかで使われています。PORT で別の番号を指定してください / port ${port} is taken; set PORT`,
  )
}
