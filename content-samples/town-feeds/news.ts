import { z } from 'zod'
import { dayOf, momentOf } from './days.ts'
import stories from './news.json' with { type: 'json' }

const Stories = z.array(
  z.strictObject({
    id: z.string().min(1),
    hour: z.int().min(0).max(23),
    title: z.string().min(1),
    summary: z.string().min(1),
  }),
)

/**
 * Invented news of a city hall as RSS 2.0, as they would stand at this moment (Unix time in milliseconds): one story a day, the
 * newest first, each from its hour on.
 */
export function sampleNews(epochMs: number): string {
  const all = Stories.parse(stories)
  const today = dayOf(epochMs)
  const told = Array.from({ length: all.length }, (_, ago) => today - ago).flatMap((day) => {
    const story = all[day % all.length]
    const at = story === undefined ? Infinity : momentOf(day, story.hour)
    return story === undefined || at > epochMs ? [] : [{ ...story, at, id: `${story.id}-${day}` }]
  })
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<rss version="2.0"><channel>',
    '<title>あかり市のお知らせ（見本）</title>',
    '<link>https://city.example.jp/</link>',
    '<description>見本のための、つくりごとのお知らせです</description>',
    '<language>ja</language>',
    ...told.map(
      ({ id, title, summary, at }) =>
        `<item><title>${escaped(title)}</title><description>${escaped(summary)}</description>` +
        `<link>https://city.example.jp/news/${id}</link><guid isPermaLink="false">${id}</guid>` +
        `<pubDate>${new Date(at).toUTCString()}</pubDate></item>`,
    ),
    '</channel></rss>',
    '',
  ].join('\n')
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
}
