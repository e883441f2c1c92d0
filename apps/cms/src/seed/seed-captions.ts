import { loadSampleCaptions } from '@akari/content-samples'
import type { CaptionInput, TermInput } from '@akari/protocol'
import type { Intake } from '../features/captions/intake.ts'
import type { TermsService } from '../features/captions/terms.service.ts'
import type { TranscriptsService } from '../features/captions/transcripts.service.ts'
import type { Actor } from '../http/actor.ts'

export type SeedCaptionsDeps = {
  transcripts: Pick<TranscriptsService, 'list' | 'add'>
  terms: Pick<TermsService, 'list' | 'add'>
  push: Intake['push']
  now: () => Date
}

const TITLE = '令和8年第4回定例会 一般質問（見本）'
/** It was over for so long. */
const AGO_MS = 3_600_000
const TERMS: readonly TermInput[] = [
  {
    written: { ja: '学校給食', en: 'school lunches', 'zh-Hans': '学校供餐' },
    heard: ['学校急食', '学校球食'],
    version: 0,
  },
  { written: { ja: '坂下みのり', en: 'Sakashita Minori', 'zh-Hans': '坂下实' }, heard: ['坂下実り'], version: 0 },
  {
    written: { ja: '除去食', en: 'allergen-free meals', 'zh-Hans': '去除过敏原的餐食' },
    heard: ['助去食'],
    version: 0,
  },
]

/** The transcript of a sitting in three languages, and a glossary, where there is none yet. */
export async function seedCaptions({ transcripts, terms, push, now }: SeedCaptionsDeps, actor: Actor): Promise<void> {
  const known = new Set((await terms.list()).map(({ written }) => written.ja))
  for (const term of TERMS) if (!known.has(term.written.ja)) await terms.add(term, actor)
  const openedAt = now().getTime() - AGO_MS
  const held = (await transcripts.list()).find(({ title }) => title === TITLE)
  const input = { title: TITLE, startsAt: new Date(openedAt).toISOString(), recordedFrom: null, version: 0 }
  const { id } = held ?? (await transcripts.add(input, actor))
  // Captions that are there already are taken for the same: a run that was cut off goes on here.
  for (const captions of sampleCaptions(openedAt)) await push(id, captions, actor)
}

/** What is said in the sitting, as it is handed in: one line in all its languages at a time. */
function sampleCaptions(openedAt: number): CaptionInput[][] {
  return loadSampleCaptions().map(({ at, speaker, texts }) =>
    (['ja', 'en', 'zh-Hans'] as const).map((language) => ({
      segmentId: `sample.${at}`,
      language,
      text: texts[language],
      speaker,
      spokenAt: new Date(openedAt + at * 1000).toISOString(),
      state: 'final',
    })),
  )
}
