import { createServer } from 'node:net'
import { z } from 'zod'

export type PortCheck = { state: 'free'; port: number } | { state: 'invalid' | 'taken'; text: string }

const Port = z.coerce.number().int().min(1).max(65_535)

/** Reads a port from the environment and tries whether it can be listened on. */
export async function checkPort(text: string): Promise<PortCheck> {
  const port = Port.safeParse(text)
  if (!port.success) return { state: 'invalid', text }
  return (await isFree(port.data)) ? { state: 'free', port: port.data } : { state: 'taken', text }
}

function isFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const probe = createServer()
    probe.once('error', () => resolve(false))
    probe.listen(port, '127.0.0.1', () => probe.close(() => resolve(true)))
  })
}
