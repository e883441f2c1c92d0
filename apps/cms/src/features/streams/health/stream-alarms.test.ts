import type { StreamState } from '@akari/protocol'
import { expect, it } from 'vitest'
import { onEachDatabase } from '../../../db/testing.ts'
import { type ComingSitting, streamAlarms } from './stream-alarms.ts'
import { streamAlarmsStore } from './stream-alarms.store.ts'

const SITTING: ComingSitting = {
  id: 'regular-4',
  title: { ja: '第4回定例会', en: 'Fourth regular meeting' },
  startsAt: '2026-11-30T10:00:00+09:00',
  streamId: 'council',
}
const STREAM = { id: 'council', title: { ja: '本会議の中継' }, url: 'https://council.example/live.m3u8' }

onEachDatabase((open) => {
  async function rig(changes: Partial<ComingSitting> = {}) {
    const { main } = await open()
    const state = { at: '09:00', is: 'gone' as StreamState }
    const told: string[] = []
    const mails: string[] = []
    const alarms = streamAlarms({
      store: streamAlarmsStore(main),
      coming: async () => [{ ...SITTING, ...changes }],
      streams: async () => [STREAM],
      stateOf: () => state.is,
      tell: async ({ subject, body }) => {
        mails.push(`${subject}\n${body}`)
      },
      notify: async ({ name }) => {
        told.push(`notice ${name}`)
      },
      timeZone: 'Asia/Tokyo',
      now: () => new Date(`2026-11-30T${state.at}:00+09:00`),
      audit: async (_actor, action, subject) => {
        told.push(`${action} ${subject}`)
      },
    })
    const look = async (at: string, is: StreamState) => {
      Object.assign(state, { at, is })
      await alarms.look()
    }
    return { look, told, mails }
  }

  it('tells people ten minutes before a sitting that its stream is not there, once, and then that it is', async () => {
    const { look, told, mails } = await rig()
    await look('09:49', 'gone')
    expect(told).toEqual([])
    await look('09:50', 'gone')
    await look('09:51', 'unreachable')
    expect(told).toEqual(['stream.missing council', 'notice 第4回定例会'])
    expect(mails[0]).toContain('「第4回定例会」（10:00開始）の中継がまだ届いていません')
    expect(mails[0]).toContain('Now: not being sent')
    await look('09:55', 'live')
    await look('09:56', 'live')
    await look('09:58', 'stalled')
    expect(told).toEqual(['stream.missing council', 'notice 第4回定例会', 'stream.there council'])
    expect(mails).toHaveLength(2)
  })

  it('tells nobody of a stream that is there, of one not looked at yet, or of a sitting that is under way or without picture', async () => {
    const there = await rig()
    await there.look('09:50', 'live')
    await there.look('09:51', 'unknown')
    await there.look('10:06', 'gone')
    const inWords = await rig({ streamId: null })
    await inWords.look('09:55', 'gone')
    expect([...there.told, ...inWords.told]).toEqual([])
  })
})
