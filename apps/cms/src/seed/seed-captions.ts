import { loadSampleCaptions, type SampleCaptions } from '@akari/content-samples'
import type { CaptionInput, Id, TermInput } from '@akari/protocol'
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

const TITLE = '市議会定例会（見本・前回）'
/** It was over for so long. */
const AGO_MS = 3_600_000
const TERMS: readonly TermInput[] = [
  {
    written: { ja: '学校給食', en: 'school lunches', 'zh-Hans': '学校供餐' },
    reading: 'がっこうきゅうしょく',
    heard: ['学校急食', '学校球食'],
    version: 0,
  },
  { written: { ja: '山田花子', en: 'Hanako Yamada' }, reading: 'やまだはなこ', heard: ['山田は名古'], version: 0 },
  {
    written: { ja: '除去食', en: 'allergen-free meals', 'zh-Hans': '去除过敏原的餐食' },
    reading: 'じょきょしょく',
    heard: ['助去食'],
    version: 0,
  },
]

/** The transcript of a sitting in three languages, and a glossary, where there is none yet. `openedAt`: Unix time of that sitting. */
export async function seedCaptions(
  { transcripts, terms, push, now }: SeedCaptionsDeps,
  actor: Actor,
): Promise<{ id: Id; openedAt: number }> {
  const known = new Set((await terms.list()).map(({ written }) => written.ja))
  for (const term of TERMS) if (!known.has(term.written.ja)) await terms.add(term, actor)
  const held = (await transcripts.list()).find(({ title }) => title === TITLE)
  const openedAt = held === undefined ? now().getTime() - AGO_MS : Date.parse(held.startsAt)
  const input = { title: TITLE, startsAt: new Date(openedAt).toISOString(), recordedFrom: null, version: 0 }
  const { id } = held ?? (await transcripts.add(input, actor))
  // Captions that are there already are taken for the same: a run that was cut off goes on here.
  for (const { at, speaker, texts } of loadSampleCaptions()) {
    await push(id, spokenIn({ speaker, texts }, { segmentId: `sample.${at}`, spokenAt: openedAt + at * 1000 }), actor)
  }
  return { id, openedAt }
}

/** One line of the sample in all its languages, as it is handed in. `spokenAt` in milliseconds. */
export function spokenIn(
  { speaker, texts }: Pick<SampleCaptions[number], 'speaker' | 'texts'>,
  { segmentId, spokenAt }: { segmentId: string; spokenAt: number },
): CaptionInput[] {
  const said = { segmentId, spokenAt: new Date(spokenAt).toISOString(), state: 'final' } as const
  return (['ja', 'en', 'zh-Hans'] as const).map((language) => ({
    ...said,
    language,
    speaker: speaker[language],
    text: texts[language],
  }))
}
