import { problemFrom } from './client.ts'
import { ApiError } from './problem.ts'

type Sent<T> = {
  method: 'POST' | 'PUT'
  path: string
  body: Blob
  /** Reads the answer; null for one that is not to the contract. */
  read: (answer: unknown) => T | null
  /** Hears which share of it has been sent. */
  tell: (share: number) => void
  /** What a refusal means. */
  refusal?: (status: number, text: string) => ApiError
}

/** Sends a file as it is: `fetch` does not say how far it has come. Rejects with ApiError. */
export function sendFile<T>({ method, path, body, read, tell, refusal = problemFrom }: Sent<T>): Promise<T> {
  const request = new XMLHttpRequest()
  request.open(method, path)
  request.setRequestHeader('content-type', 'application/octet-stream')
  return new Promise((resolve, reject) => {
    request.upload.addEventListener('progress', ({ loaded, total }) => tell(total === 0 ? 1 : loaded / total))
    request.addEventListener('error', () => reject(new ApiError('unreachable', 0, null)))
    request.addEventListener('load', () => {
      const { status, responseText } = request
      const answer = status < 300 ? read(fromJson(responseText)) : null
      if (answer !== null) resolve(answer)
      else reject(status < 300 ? new ApiError('not-understood', 0, null) : refusal(status, responseText))
    })
    request.send(body)
  })
}

/** What is no JSON is null. */
export function fromJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
