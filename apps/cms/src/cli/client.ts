import { Problem } from '@akari/protocol'
import type { z } from 'zod'
import { readLocalAccess } from '../config/local-access.ts'
import { localRequest } from './local-request.ts'
import { CliError, RefusedError, sentence } from './say.ts'

export type Client = {
  get: <S extends z.ZodType>(path: string, answer: S) => Promise<z.infer<S>>
  post: <S extends z.ZodType>(path: string, body: unknown, answer: S) => Promise<z.infer<S>>
  postRaw: <S extends z.ZodType>(path: string, body: Uint8Array<ArrayBuffer>, answer: S) => Promise<z.infer<S>>
  remove: (path: string) => Promise<void>
}

/** Talks to the CMS that runs on this data folder. Throws CliError when there is none, and with its words when it refuses. */
export async function localClient(dataDir: string): Promise<Client> {
  const found = await readLocalAccess(dataDir)
  if (found === null) throw new CliError(sentence('noServer', { data: dataDir }))
  const access = found

  async function call(
    method: string,
    path: string,
    body: string | Uint8Array<ArrayBuffer> | null,
    type: string,
  ): Promise<unknown> {
    const headers = { authorization: `Bearer ${access.secret}`, 'content-type': type }
    const { status, text } = await localRequest(access, method, `/api${path}`, headers, body).catch(() => {
      throw new CliError(sentence('noServer', { data: dataDir }))
    })
    if (status === 204) return undefined
    const answer: unknown = JSON.parse(text)
    if (status >= 200 && status < 300) return answer
    const problem = Problem.safeParse(answer)
    if (!problem.success) throw new CliError(String(status))
    throw new RefusedError(problem.data.code, wordsOf(problem.data))
  }

  const json = 'application/json'
  return {
    get: async (path, answer) => answer.parse(await call('GET', path, null, json)),
    post: async (path, body, answer) => answer.parse(await call('POST', path, JSON.stringify(body), json)),
    postRaw: async (path, body, answer) => answer.parse(await call('POST', path, body, 'application/xml')),
    remove: async (path) => {
      await call('DELETE', path, null, json)
    },
  }
}

/** In both languages: this asks for neither. */
function wordsOf({ title, code, detail, errors }: Problem): string {
  const details = errors?.map((e) => `${e.path}: ${e.message}`) ?? []
  return [`${title} (${code})`, detail ?? '', ...details].filter((part) => part !== '').join(' — ')
}
