import { localAccess } from './local-access.ts'

/** Gives the CMS a file as the console does: tus 1.0, whole in one PATCH. Resolves to the asset's id. Rejects where it is refused. */
export async function upload(
  dataDir: string,
  file: { body: Buffer; mediaType: string; filename: string; title: string },
): Promise<string> {
  const { url, secret } = await localAccess(dataDir)
  const headers = { authorization: `Bearer ${secret}`, 'tus-resumable': '1.0.0' }
  const encoded = (text: string) => Buffer.from(text).toString('base64')
  const { body, mediaType, filename, title } = file
  const metadata = `filename ${encoded(filename)},filetype ${encoded(mediaType)},titleJa ${encoded(title)}`
  const created = await fetch(`${url}/api/uploads`, {
    method: 'POST',
    headers: { ...headers, 'upload-length': String(body.length), 'upload-metadata': metadata },
  })
  const sent = await fetch(new URL(created.headers.get('location') ?? '', created.url), {
    method: 'PATCH',
    headers: { ...headers, 'upload-offset': '0', 'content-type': 'application/offset+octet-stream' },
    body: Buffer.from(body),
  })
  if (!sent.ok) throw new Error(`upload: ${sent.status} ${await sent.text()}`)
  return sent.headers.get('akari-asset-id') ?? ''
}
