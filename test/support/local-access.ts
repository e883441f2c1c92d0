import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'

const LocalAccess = z.object({ url: z.string(), secret: z.string() })

/** What the CMS on this data folder leaves for the command line of its machine: its address, and a secret for `Bearer`. */
export async function localAccess(dataDir: string): Promise<z.infer<typeof LocalAccess>> {
  return LocalAccess.parse(JSON.parse(await readFile(join(dataDir, 'run/local-access.json'), 'utf8')))
}
