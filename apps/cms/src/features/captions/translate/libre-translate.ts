import type { GuardedClient } from '@akari/node-kit'
import type { Language } from '@akari/protocol'
import { z } from 'zod'

const TIMEOUT_MS = 10_000
const MOST_BYTES = 500_000

const Languages = z.array(z.object({ code: z.string(), targets: z.array(z.string()).optional() }))
const Translated = z.object({ translatedText: z.string() })
const Refused = z.object({ error: z.string() })

/** Names that servers of several ages have for what we call otherwise. */
const OTHER_CODES: Partial<Record<Language, readonly string[]>> = {
  'zh-Hans': ['zh-Hans', 'zh'],
  'zh-Hant': ['zh-Hant', 'zt'],
  fil: ['fil', 'tl'],
  pt: ['pt', 'pb'],
}

export class TranslatorError extends Error {
  override name = 'TranslatorError'
  constructor(message: string) {
    super(message.slice(0, 200))
  }
}

/** A Japanese text in another language. Throws GuardError, and TranslatorError in the server's own words. */
export type Translate = (text: string, to: Language) => Promise<string>

/**
 * A LibreTranslate server or one that is asked as it is (docs.libretranslate.com, API usage): `POST /translate` with `q`, `source`, `target`,
 * `format`, `api_key`; answers `translatedText`, or `error` with a status of 4xx. What it calls its languages, `GET /languages` says once.
 */
export function libreTranslate(base: string, key: string | null, client: GuardedClient): Translate {
  const at = (path: string) => new URL(path, base.endsWith('/') ? base : `${base}/`)
  const limits = { timeoutMs: TIMEOUT_MS, maxBytes: MOST_BYTES, withErrors: true as const }
  let known: Promise<ReadonlySet<string>> | null = null

  async function targets(): Promise<ReadonlySet<string>> {
    const { status, body } = await client.request(at('languages'), limits)
    if (status !== 200) throw new TranslatorError(`/languages answered ${status}`)
    const languages = Languages.safeParse(jsonOf(body))
    if (!languages.success) throw new TranslatorError('/languages answered with something else')
    const japanese = languages.data.find(({ code }) => code === 'ja')
    if (japanese === undefined) throw new TranslatorError('it does not know Japanese')
    return new Set(japanese.targets ?? languages.data.map(({ code }) => code))
  }
  async function codeOf(language: Language): Promise<string> {
    known ??= targets()
    const codes = await known.catch((err: unknown) => {
      known = null
      throw err
    })
    const code = (OTHER_CODES[language] ?? [language]).find((each) => codes.has(each))
    if (code === undefined) throw new TranslatorError(`it does not translate into ${language}`)
    return code
  }

  return async (text, to) => {
    const target = await codeOf(to)
    const asked = { q: text, source: 'ja', target, format: 'text', ...(key === null ? {} : { api_key: key }) }
    const { status, body } = await client.request(at('translate'), {
      ...limits,
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(asked),
    })
    const answer = jsonOf(body)
    if (status !== 200) {
      const said = Refused.safeParse(answer).data?.error
      throw new TranslatorError(said === undefined ? `answered ${status}` : `answered ${status}: ${said}`)
    }
    const translated = Translated.safeParse(answer)
    if (!translated.success) throw new TranslatorError('answered without translatedText')
    return translated.data.translatedText
  }
}

function jsonOf(body: Buffer): unknown {
  try {
    return JSON.parse(body.toString('utf8'))
  } catch {
    return null
  }
}
