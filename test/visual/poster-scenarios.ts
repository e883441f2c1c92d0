import { readFileSync } from 'node:fs'
import { samplePath } from '@akari/content-samples'
import { type FileRef, PosterContent, type SceneContent, Texts } from '@akari/protocol'
import { z } from 'zod'

const Posters = z.record(z.string(), z.object({ title: Texts, poster: PosterContent, picture: z.string().optional() }))

/** Posters of every template, those of the sample and made-up ones, by name. */
export function posterScenes(keep: (bytes: Buffer, type: string) => FileRef): [string, SceneContent][] {
  const all = Posters.parse(JSON.parse(readFileSync(new URL('made-up-posters.json', import.meta.url), 'utf8')))
  return Object.entries(all).map(([name, { title, poster, picture }]) => {
    const scene: SceneContent = { kind: 'poster', title, poster }
    if (picture === undefined) return [name, scene]
    const file = keep(readFileSync(samplePath(picture)), 'image/webp')
    return [name, { ...scene, picture: [{ language: null, file, width: 1920, height: 1080 }] }]
  })
}
