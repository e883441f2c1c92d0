import { localAccess } from '../support/local-access.ts'

/** One value of the CMS's metrics; throws when there is none of this name and these labels. */
export async function metric(dataDir: string, name: string): Promise<number> {
  const { url, secret } = await localAccess(dataDir)
  const response = await fetch(`${url}/metrics`, { headers: { authorization: `Bearer ${secret}` } })
  const line = (await response.text()).split('\n').find((text) => text.startsWith(`${name} `))
  if (line === undefined) throw new Error(`no metric ${name}`)
  return Number(line.slice(name.length + 1))
}
