/** The body was longer than anything that could be meant. */
export class AnswerTooLarge extends Error {
  constructor() {
    super('answer too large')
  }
}

/**
 * The body of an answer as text; `came` is told of every part of it. Rejects with AnswerTooLarge as
 * soon as it is longer than `mostBytes`, also when it only becomes so by being unpacked.
 */
export async function boundedText(response: Response, mostBytes: number, came = () => {}): Promise<string> {
  const body: AsyncIterable<Uint8Array> | null = response.body
  const chunks: Uint8Array[] = []
  let bytes = 0
  for await (const chunk of body ?? []) {
    came()
    bytes += chunk.byteLength
    if (bytes > mostBytes) throw new AnswerTooLarge()
    chunks.push(chunk)
  }
  return Buffer.concat(chunks).toString('utf8')
}
