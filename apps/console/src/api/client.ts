import { Problem } from '@akari/protocol'
import { forgetAhead, takeAhead } from './ahead.ts'
import { ApiError } from './problem.ts'

/** What this client needs of a zod schema. */
type Schema<T> = { parse: (input: unknown) => T }
type Method = 'POST' | 'PUT' | 'PATCH' | 'DELETE'

const WAIT_MS = 20_000

/** Fetches and parses. Throws ApiError for every refusal, for no answer, and for an answer that is not to the contract. */
export async function get<T>(schema: Schema<T>, path: string, signal?: AbortSignal): Promise<T> {
  const response = await reach(path, { signal: withDeadline(signal) }, await takeAhead(path))
  return parsed(schema, await bodyOf(response))
}

/** Sends a change and parses what became of it. */
export async function send<T>(schema: Schema<T>, method: Method, path: string, body?: unknown): Promise<T> {
  return parsed(schema, await bodyOf(await reach(path, change(method, body))))
}

/** Sends a change whose answer carries nothing to read. */
export async function act(method: Method, path: string, body?: unknown): Promise<void> {
  await reach(path, change(method, body))
}

/** Reads a refusal that came by another way than `fetch` (an upload). */
export function problemFrom(status: number, text: string): ApiError {
  const problem = Problem.safeParse(fromJson(text))
  if (!problem.success) return new ApiError(status >= 500 ? 'server-trouble' : 'refused', status, null)
  const { code, detail, errors } = problem.data
  return new ApiError(code, status, detail ?? (errors === undefined ? null : fieldsIn(errors)))
}

/** What is wrong with each field as one detail is written: all of them in Japanese, then all of them in English. */
function fieldsIn(errors: readonly { path: string; message: string }[]): string {
  const told = errors.map(({ path, message }) => {
    const [ja, en = ja] = message.split(' / ')
    const place = path === '' ? '' : `${path}: `
    return { ja: `${place}${ja}`, en: `${place}${en}` }
  })
  return `${told.map(({ ja }) => ja).join(' ')} / ${told.map(({ en }) => en).join(' ')}`
}

function change(method: Method, body: unknown): RequestInit {
  forgetAhead()
  const signal = withDeadline()
  if (body === undefined) return { method, signal }
  return { method, signal, headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }
}

function withDeadline(signal?: AbortSignal): AbortSignal {
  const deadline = AbortSignal.timeout(WAIT_MS)
  return signal === undefined ? deadline : AbortSignal.any([signal, deadline])
}

async function reach(path: string, init: RequestInit, ahead: Response | null = null): Promise<Response> {
  const response = ahead ?? (await asked(path, init))
  if (!response.ok) throw problemFrom(response.status, await response.text())
  return response
}

async function asked(path: string, init: RequestInit): Promise<Response> {
  return fetch(path, { credentials: 'same-origin', ...init }).catch((cause: unknown) => {
    if (cause instanceof DOMException && cause.name === 'AbortError') throw cause
    throw new ApiError('unreachable', 0, null)
  })
}

async function bodyOf(response: Response): Promise<unknown> {
  return fromJson(await response.text())
}

function parsed<T>(schema: Schema<T>, body: unknown): T {
  try {
    return schema.parse(body)
  } catch (cause) {
    throw new ApiError('not-understood', 0, cause instanceof Error ? cause.message : null)
  }
}

function fromJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    // Not JSON: the caller's schema says what that means.
    return null
  }
}
