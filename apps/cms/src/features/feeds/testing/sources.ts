/** What sources of the outside world send, made up for tests. */

const T = 'T00:00:00+09:00'

/** A forecast in the form of JMA's bosai/forecast, as at 11 o'clock of 27 November 2026. */
export function forecastJson(changes: { reportDatetime?: string } = {}): unknown[] {
  const reportDatetime = changes.reportDatetime ?? '2026-11-27T11:00:00+09:00'
  const area = { name: '東京地方', code: '130010' }
  const islands = { name: '伊豆諸島北部', code: '130020' }
  const tokyo = { name: '東京', code: '44132' }
  const days = ['2026-11-27T11:00:00+09:00', `2026-11-28${T}`, `2026-11-29${T}`]
  const weathers = ['晴れ　夕方　から　くもり', 'くもり　昼前　から　雨', '晴れ']
  const sixHours = ['2026-11-27T12', '2026-11-27T18', '2026-11-28T00', '2026-11-28T06'].map((t) => `${t}:00:00+09:00`)
  const temperatures = ['2026-11-27T09', '2026-11-27T00', '2026-11-28T00', '2026-11-28T09']
  const week = ['2026-11-28', '2026-11-29', '2026-11-30'].map((day) => `${day}${T}`)
  return [
    {
      publishingOffice: '気象庁',
      reportDatetime,
      timeSeries: [
        {
          timeDefines: days,
          areas: [
            { area: islands, weatherCodes: ['200', '200', '200'], weathers: ['くもり', 'くもり', 'くもり'], winds: [] },
            { area, weatherCodes: ['111', '212', '100'], weathers, winds: ['北の風', '北の風', '南の風'] },
          ],
        },
        { timeDefines: sixHours, areas: [{ area, pops: ['0', '10', '30', '70'] }] },
        {
          timeDefines: temperatures.map((t) => `${t}:00:00+09:00`),
          areas: [{ area: tokyo, temps: ['17', '17', '8', '13'] }],
        },
      ],
    },
    {
      publishingOffice: '気象庁',
      reportDatetime,
      timeSeries: [
        {
          timeDefines: week,
          areas: [{ area, weatherCodes: ['212', '100', '101'], pops: ['', '10', '20'], reliabilities: ['', '', 'A'] }],
        },
        { timeDefines: week, areas: [{ area: tokyo, tempsMin: ['', '7', '6'], tempsMax: ['', '16', '15'] }] },
      ],
    },
  ]
}

export type MadeUpItem = { id: string; title: string; body?: string; at?: string; link?: string }

export function rss(items: readonly MadeUpItem[], channel: { title?: string } = {}): string {
  const each = items.map(({ id, title, body, at, link }) => {
    const date = at ?? 'Fri, 27 Nov 2026 09:00:00 +0900'
    const address = link ?? `https://city.example/${id}`
    return `<item><guid>${id}</guid><title>${title}</title><link>${address}</link><description>${body ?? ''}</description>
      <pubDate>${date}</pubDate></item>`
  })
  return `<?xml version="1.0" encoding="UTF-8"?><rss version="2.0"><channel><title>${channel.title ?? '市のお知らせ'}</title>
    <language>ja</language>${each.join('')}</channel></rss>`
}

export const NEWS: readonly MadeUpItem[] = [
  { id: 'a', title: '図書館の開館時間が変わります' },
  { id: 'b', title: '市民まつりを開きます' },
  { id: 'c', title: '防災訓練のお知らせ' },
  { id: 'd', title: '年末のごみ収集' },
  { id: 'e', title: '保育園の申し込みが始まります' },
]
