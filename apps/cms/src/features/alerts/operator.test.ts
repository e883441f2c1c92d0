import { AlertDesk, AlertTemplate } from '@akari/protocol'
import { expect, it } from 'vitest'
import { onEachEngine, type RunningCms } from '../../testing/running-cms.ts'

function raise(cms: RunningCms, channel: 'live' | 'drill', requestId: string, minutes: number | null) {
  const body = { channel, templateId: 'building-fire', target: { kind: 'all' }, minutes, requestId }
  return cms.call('POST', '/api/alerts', { body, as: cms.local })
}

async function desk(cms: RunningCms): Promise<AlertDesk> {
  return AlertDesk.parse((await cms.call('GET', '/api/alerts/desk', { as: cms.local })).body)
}

onEachEngine((start) => {
  it('an end time on live is a reminder: the alert stays until a person clears it, and can be kept', async () => {
    let now = new Date('2026-11-22T09:00:00+09:00')
    const cms = await start({ now: () => now })
    await raise(cms, 'live', 'long', 30)
    expect((await desk(cms)).live.alerts).toMatchObject([{ expiresAt: null, remindAt: '2026-11-22T00:30:00.000Z' }])
    now = new Date('2026-11-22T09:31:00+09:00')
    const due = async () => {
      const { body } = await cms.call('GET', '/metrics', { as: cms.local })
      return /^akari_alert_reminders_due (\d+)$/m.exec(String(body))?.[1]
    }
    expect(await due()).toBe('1')
    expect((await desk(cms)).live.alerts).toMatchObject([{ phase: 'inForce' }])
    const keep = () =>
      cms.call('POST', '/api/alerts/operator:long/keep', { body: { channel: 'live', minutes: 30 }, as: cms.local })
    expect((await keep()).body).toMatchObject({ alerts: [{ remindAt: '2026-11-22T01:01:00.000Z' }] })
    expect(await due()).toBe('0')
    const end = { channel: 'live', as: 'cleared' }
    await cms.call('POST', '/api/alerts/operator:long/end', { body: end, as: cms.local })
    expect((await keep()).status).toBe(404)
  })

  it('a drill ends by itself', async () => {
    const cms = await start()
    await raise(cms, 'drill', 'short', 5)
    expect((await desk(cms)).drill.alerts[0]).toMatchObject({ remindAt: null })
    expect((await desk(cms)).drill.alerts[0]?.expiresAt).not.toBeNull()
  })

  it('corrects a prepared alert by another in one step, in its place', async () => {
    const cms = await start()
    await raise(cms, 'live', 'wrong', 30)
    const correct = (templateId: string, id = 'operator:wrong') =>
      cms.call('POST', `/api/alerts/${id}/correct`, { body: { channel: 'live', templateId }, as: cms.local })
    expect((await correct('power-outage')).body).toMatchObject({
      alerts: [{ id: 'operator:wrong', hazard: 'power-loss', words: { headline: { ja: '訂正：停電しています' } } }],
    })
    expect((await desk(cms)).live.alerts[0]?.remindAt).not.toBeNull()
    expect((await correct('nothing')).status).toBe(404)
    expect((await correct('power-outage', 'operator:other')).status).toBe(404)
    const end = { channel: 'live', as: 'cancelled' }
    const ended = await cms.call('POST', '/api/alerts/operator:wrong/end', { body: end, as: cms.local })
    expect(ended.body).toMatchObject({
      alerts: [
        { phase: 'cancelled', words: { headline: { ja: '取消：先ほどの「訂正：停電しています」は誤りでした' } } },
      ],
    })
  })

  it('every prepared alert brings its correction and its retraction', async () => {
    const cms = await start()
    const templates = AlertTemplate.array().parse(
      (await cms.call('GET', '/api/alerts/templates', { as: cms.local })).body,
    )
    for (const { words, correction, retraction } of templates) {
      expect(correction.headline.ja).toBe(`訂正：${words.headline.ja}`)
      expect(retraction.headline.ja).toContain(`「${words.headline.ja}」は誤りでした`)
    }
  })
})
