import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'

const LocalAccess = z.object({ url: z.string(), secret: z.string() })

export async function localAccess(dataDir: string): Promise<z.infer<typeof LocalAccess>> {
  return LocalAccess.parse(JSON.parse(await readFile(join(dataDir, 'run/local-access.json'), 'utf8')))
}

/** One value of the CMS's metrics; throws when there is none of this name and these labels. */
export async function metric(dataDir: string, name: string): Promise<number> {
  const { url, secret } = await localAccess(dataDir)
  const response = await fetch(`${url}/metrics`, { headers: { authorization: `Bearer ${secret}` } })
  const line = (await response.text()).split('\n').find((text) => text.startsWith(`${name} `))
  if (line === undefined) throw new Error(`no metric ${name}`)
  return Number(line.slice(name.length + 1))
}
