import { faultText } from '@akari/node-kit'
import { CAPTION_LENGTH, type Id, type Language, type TermView } from '@akari/protocol'
import type { Logger } from 'pino'
import type { Actor } from '../../../http/actor.ts'
import { shortened } from '../../plain-line.ts'
import { namedIn } from '../glossary.ts'
import type { Intake } from '../intake.ts'
import type { StoredCaption } from '../stored-caption.ts'
import type { Troubles } from '../troubles.ts'
import type { Translate } from './libre-translate.ts'

/** A person who translates is left alone: the machine is silent in their language for so long after their last word. */
const PERSON_MS = 3 * 60_000
/** What waits longer than so many captions is not translated any more: the glass is elsewhere. */
const MOST_WAITING = 20
/** Whoever looks after the captions hears of what was left out for so long. */
const LEFT_OUT_MS = 3600_000
const NAME_LENGTH = 120
const MACHINE: Actor = { kind: 'source', id: 'translator', ip: '' }

type Deps = {
  /** As it is set up now; null where nobody translates. */
  translator: () => Promise<{ translate: Translate; languages: readonly Language[] } | null>
  terms: () => Promise<readonly TermView[]>
  push: Intake['push']
  troubles: Troubles
  now: () => Date
  log: Logger
}
export type Translating = ReturnType<typeof captionTranslating>

/** Has finals of Japanese translated, one after the other, and takes the translations in as a machine's. */
export function captionTranslating({ translator, terms, push, troubles, now, log }: Deps) {
  const persons = new Map<string, number>()
  const waiting: { transcriptId: Id; caption: StoredCaption }[] = []
  const leftOut = { count: 0, atMs: 0 }
  let running: Promise<void> | null = null
  let isClosed = false

  async function run(): Promise<void> {
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
      const { transcriptId, caption } = next
      try {
        await translated(transcriptId, caption)
        troubles.clear('translator')
      } catch (err) {
        troubles.tell('translator', faultText(err))
        log.warn({ err, transcriptId }, 'caption not translated')
      }
    }
    running = null
  }
  async function translated(transcriptId: Id, caption: StoredCaption): Promise<void> {
    const set = await translator()
    if (set === null) return
    const glossary = await terms()
    const wanted = set.languages.filter((language) => !isPersons(transcriptId, language))
    const captions = await Promise.all(
      wanted.map(async (language) => {
        const text = await set.translate(namedIn(caption.text, language, glossary), language)
        const { segmentId, spokenAt } = caption
        // A name is not translated; the glossary knows how it is written.
        const speaker =
          caption.speaker === null ? null : shortened(namedIn(caption.speaker, language, glossary), NAME_LENGTH)
        const made = { segmentId, language, text: shortened(text, CAPTION_LENGTH), speaker, spokenAt }
        return { ...made, state: 'final' as const, machineTranslated: true as const }
      }),
    )
    if (captions.length > 0) await push(transcriptId, captions, MACHINE)
  }
  function isPersons(transcriptId: Id, language: Language): boolean {
    return (persons.get(`${transcriptId} ${language}`) ?? 0) > now().getTime() - PERSON_MS
  }

  /** Keeps the newest, and never leaves anything out without a word. */
  function keepNewest(): void {
    const nowMs = now().getTime()
    if (leftOut.count > 0 && nowMs - leftOut.atMs > LEFT_OUT_MS) {
      leftOut.count = 0
      troubles.clear('untranslated')
    }
    const late = waiting.splice(0, Math.max(0, waiting.length - MOST_WAITING))
    if (late.length === 0) return
    leftOut.count += late.length
    leftOut.atMs = nowMs
    troubles.tell('untranslated', String(leftOut.count))
    log.warn({ transcriptId: late[0]?.transcriptId, captions: late.length }, 'captions left untranslated')
  }

  return {
    /** What was taken in: Japanese is to be translated; another language by a person says that nobody needs a machine. */
    said: (transcriptId: Id, captions: readonly StoredCaption[]): void => {
      for (const caption of captions) {
        if (caption.isMachine) continue
        if (caption.language !== 'ja') persons.set(`${transcriptId} ${caption.language}`, now().getTime())
        else if (caption.state === 'final' && !caption.isWithdrawn) waiting.push({ transcriptId, caption })
      }
      keepNewest()
      if (waiting.length > 0 && !isClosed) running ??= run()
    },
    close: async (): Promise<void> => {
      isClosed = true
      waiting.length = 0
      await running
    },
  }
}
