import type { StreamHealth, StreamState } from '@akari/protocol'
import { expect, it } from 'vitest'
import { onEachDatabase } from '../../../db/testing.ts'
import { streamAdvice } from './stream-advice.ts'
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
    const state: { at: string; pulse: Pick<StreamHealth, 'state' | 'fault' | 'detail'> } = {
      at: '09:00',
      pulse: { state: 'gone', fault: null, detail: null },
    }
    const told: string[] = []
    const mails: string[] = []
    const alarms = streamAlarms({
      store: streamAlarmsStore(main),
      coming: async () => [{ ...SITTING, ...changes }],
      streams: async () => [STREAM],
      pulseOf: () => state.pulse,
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
    const look = async (at: string, is: StreamState, why: Partial<typeof state.pulse> = {}) => {
      Object.assign(state, { at, pulse: { state: is, fault: null, detail: null, ...why } })
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
    expect(mails[0]).toContain('Now: not being sent\n')
    expect(mails[0]).toContain('配信が始まると、端末に自動で映ります。')
    await look('09:55', 'live')
    await look('09:56', 'live')
    await look('09:58', 'stalled')
    expect(told).toEqual(['stream.missing council', 'notice 第4回定例会', 'stream.there council'])
    expect(mails).toHaveLength(2)
  })

  it('tells what to do about what keeps the stream away, in the words of the page, and what the server said', async () => {
    const { look, mails } = await rig()
    const detail = 'certificate has expired'
    await look('09:50', 'unreachable', { fault: 'certificateExpired', detail })
    const words = streamAdvice({ state: 'unreachable', fault: 'certificateExpired' })
    expect(mails[0]).toContain(`\n\n${words?.ja}\n\n今の様子: 配信元に届きません（certificate has expired）\n`)
    expect(mails[0]).toContain(`\n\n${words?.en}\n\nNow: the source cannot be reached (certificate has expired)\n`)
  })

  it('tells where to look, where nobody can tell why the picture stands still', async () => {
    const { look, mails } = await rig()
    await look('09:50', 'stalled')
    expect(mails[0]).toContain('議場の配信機器と、配信のアドレスを確かめてください。')
    expect(mails[0]).toContain('Check the equipment in the chamber')
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
