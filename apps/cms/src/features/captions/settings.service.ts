import type { KeyObject } from 'node:crypto'
import { type GuardedClient, namedHosts } from '@akari/node-kit'
import { CaptionSettings, type CaptionSettingsInput, Language, Recogniser } from '@akari/protocol'
import { z } from 'zod'
import type { MainDatabase } from '../../db/database.ts'
import type { Actor } from '../../http/actor.ts'
import { AppError } from '../../http/app-error.ts'
import { sealBytes, unsealBytes } from '../sealed-bytes.ts'
import { sentence } from '../../sentence.ts'
import type { ServiceDeps } from '../service-deps.ts'
import { settingStore } from '../setting.store.ts'
import texts from './captions.texts.json' with { type: 'json' }
import type { Recognise } from './recognise/recogniser.ts'
import { vosk } from './recognise/vosk.ts'
import { whisper } from './recognise/whisper.ts'
import { libreTranslate, type Translate } from './translate/libre-translate.ts'

/** Keys of translators are sealed for this and nothing else. */
const PURPOSE = 'akari.caption-translator.v1'

const Stored = z.object({
  recogniser: Recogniser.nullable(),
  translator: z.object({ url: z.string(), languages: z.array(Language), sealedKey: z.string().nullable() }).nullable(),
  version: z.int(),
})
type Stored = z.infer<typeof Stored>
const NONE: Stored = { recogniser: null, translator: null, version: 0 }

export type CaptionSettingsService = ReturnType<typeof captionSettingsService>
type Deps = Pick<ServiceDeps, 'audit' | 'announce'> & {
  db: MainDatabase
  identity: KeyObject
  client: GuardedClient
  privateHosts: readonly string[]
}

/** Who listens and who translates, as an administrator set it up. */
export function captionSettingsService({ db, identity, client, audit, announce, ...deps }: Deps) {
  const setting = settingStore(db, 'captions', Stored, NONE)
  const privateHosts = namedHosts(deps.privateHosts)
  /** Made once for each setting: what it learned of its server is kept. */
  let made: { version: number; translate: Translate } | null = null

  function sealedKey(input: NonNullable<CaptionSettingsInput['translator']>, before: Stored): string | null {
    if (input.key === null) return null
    if (input.key !== undefined) return sealBytes(Buffer.from(input.key), identity, PURPOSE)
    const kept = before.translator?.sealedKey ?? null
    if (kept !== null && new URL(input.url).origin !== new URL(before.translator?.url ?? '').origin) {
      throw new AppError('caption-refused', sentence(texts.keyAgain))
    }
    return kept
  }

  return {
    read: async (): Promise<CaptionSettings> => viewOf(await setting.read()),
    /** Throws `conflict` on an old version, `caption-refused` for a key that would go to another host. */
    write: async (input: CaptionSettingsInput, actor: Actor): Promise<CaptionSettings> => {
      const before = await setting.read()
      if (before.version !== input.version) throw new AppError('conflict')
      const { recogniser, translator } = input
      const stored: Stored = {
        recogniser,
        translator:
          translator === null
            ? null
            : { url: translator.url, languages: translator.languages, sealedKey: sealedKey(translator, before) },
        version: input.version + 1,
      }
      await setting.write(stored)
      await audit(actor, 'captions.settings', 'captions', {
        recogniser: recogniser?.url ?? null,
        translator: translator?.url ?? null,
      })
      announce('captions')
      return viewOf(stored)
    },
    recogniser: async (): Promise<Recognise | null> => {
      const { recogniser } = await setting.read()
      if (recogniser === null) return null
      switch (recogniser.kind) {
        case 'whisper':
          return whisper(recogniser.url, client)
        case 'vosk':
          return vosk(recogniser.url, privateHosts)
      }
    },
    translator: async (): Promise<{ translate: Translate; languages: readonly Language[] } | null> => {
      const { translator, version } = await setting.read()
      if (translator === null) return null
      const { url, languages, sealedKey: sealed } = translator
      if (made?.version !== version) {
        const key = sealed === null ? null : unsealBytes(sealed, identity, PURPOSE)
        made = { version, translate: libreTranslate(url, key?.toString('utf8') ?? null, client) }
      }
      return { translate: made.translate, languages }
    },
  }
}

function viewOf({ recogniser, translator, version }: Stored): CaptionSettings {
  const { sealedKey: key = null, ...told } = translator ?? { url: '', languages: [] }
  return CaptionSettings.parse({
    recogniser,
    translator: translator === null ? null : { ...told, hasKey: key !== null },
    version,
  })
}
