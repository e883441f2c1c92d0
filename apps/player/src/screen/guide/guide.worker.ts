import { type GuideKit, guideKit } from './guide-kit.ts'

export type GuideAnswer = { ok: true; kit: GuideKit } | { ok: false; detail: string }

/** Fetches and prepares a guide away from the page that draws; asked once, by its address. */
addEventListener('message', ({ data: url }: MessageEvent<string>) => {
  void answer(url).then((told) => postMessage(told))
})

async function answer(url: string): Promise<GuideAnswer> {
  try {
    const response = await fetch(url)
    if (!response.ok) throw new Error(`status ${response.status}`)
    return { ok: true, kit: guideKit(await response.json()) }
  } catch (error) {
    return { ok: false, detail: String(error) }
  }
}
