import { z } from 'zod'
import { startAskedServer } from './asked-server.ts'

const Question = z.object({ q: z.string(), source: z.string(), target: z.string(), api_key: z.string().optional() })

/**
 * Answers as LibreTranslate does: `GET /languages`, `POST /translate` with `q`, `source` and `target`; errors are `{"error"}` with 400
 * for a language that it has not, 403 for a wrong key.
 */
export async function startTranslateServer(key: string | null = null) {
  const codes = ['en', 'zh', 'ko']
  const server = await startAskedServer(({ path, body }) => {
    if (path === '/languages') return { body: [{ code: 'ja', name: 'Japanese', targets: codes }] }
    const asked = Question.safeParse(JSON.parse(body.toString('utf8')))
    if (path !== '/translate' || !asked.success)
      return { status: 400, body: { error: 'Invalid request: missing q parameter' } }
    const { q, target, api_key: given } = asked.data
    if (key !== null && given !== key) return { status: 403, body: { error: 'Invalid API key' } }
    if (!codes.includes(target)) return { status: 400, body: { error: `${target} is not supported` } }
    return { body: { translatedText: `${target}(${q})` } }
  })
  return { url: server.url, asked: server.asked }
}
