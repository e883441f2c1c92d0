import { readFile } from 'node:fs/promises'
import { loadSampleTexts, samplePath } from '@akari/content-samples'
import type { FileRef, SceneContent, Texts } from '@akari/protocol'

const LANGUAGES = ['ja', 'ja-x-easy', 'en', 'zh-Hans', 'ko'] as const

/** The sample's poster as it is for each shape of a glass. */
export async function posters(
  keep: (bytes: Buffer, type: string) => FileRef,
): Promise<(shape: string) => SceneContent> {
  const made = new Map<string, SceneContent>()
  for (const [shape, key, width, height] of [
    ['landscape', 'mynumber', 1920, 1080],
    ['portrait', 'mynumber', 1080, 1920],
  ] as const) {
    const variants = []
    for (const language of ['ja', 'en', 'zh-Hans', 'ko'] as const) {
      const bytes = await readFile(samplePath(`media/${key}.${shape}.${language}.webp`))
      variants.push({ language, file: keep(bytes, 'image/webp'), width, height })
    }
    made.set(shape, { kind: 'image', title: { ja: 'マイナンバーカード' }, variants })
  }
  return (shape) => made.get(shape) ?? { kind: 'notice', title: { ja: shape }, body: { ja: shape } }
}

/** Notices of the sample by their key; one that is not there says its key. */
export function notices(): (key: string) => SceneContent {
  const texts = loadSampleTexts()
  return (key) => {
    const found = Object.entries(texts).find(([name]) => name === key)?.[1]
    const pick = (part: 'title' | 'body'): Texts => ({
      ja: found?.ja[part] ?? key,
      ...Object.fromEntries(LANGUAGES.map((language) => [language, found?.[language][part] ?? key])),
    })
    return { kind: 'notice', title: pick('title'), body: pick('body') }
  }
}
