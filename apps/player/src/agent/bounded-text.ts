/** The body of an answer as text; `came` is told of every part of it. Rejects as soon as it is longer than `mostBytes`. */
export async function boundedText(response: Response, mostBytes: number, came = () => {}): Promise<string> {
  const body: AsyncIterable<Uint8Array> | null = response.body
  const chunks: Uint8Array[] = []
  let bytes = 0
  for await (const chunk of body ?? []) {
    came()
    bytes += chunk.byteLength
    if (bytes > mostBytes) throw new Error('answer too large')
    chunks.push(chunk)
  }
  return Buffer.concat(chunks).toString('utf8')
}
