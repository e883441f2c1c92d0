import {
  FeedSnapshots,
  Programme,
  type SittingInput,
  type SittingLive,
  type SittingStep,
  SittingView,
} from '@akari/protocol'
import { z } from 'zod'
import type { OpenDatabases } from '../../../db/testing.ts'
import { startContentRig } from '../../testing/content-rig.ts'
import { display, item } from '../../testing/content-samples.ts'

/** A sitting of two hours on 22 November 2026, shown in the lobby from half an hour before. */
export const PLAN: SittingInput = {
  title: { ja: '令和8年第4回定例会', en: 'Fourth regular session' },
  startsAt: '2026-11-22T10:00:00+09:00',
  endsAt: '2026-11-22T12:00:00+09:00',
  agenda: [
    { id: 'a1', number: '日程第1', title: { ja: '会議録署名議員の指名' } },
    { id: 'a2', number: '議案第12号', title: { ja: '補正予算', en: 'Supplementary budget' } },
  ],
  speakers: [
    { id: 's1', name: { ja: '山田 花子' }, party: { ja: 'みどりの会' } },
    { id: 's2', name: { ja: '市長' } },
  ],
  streamId: null,
  recordingUrl: 'https://council.example.jp/rec/4',
  isRecorded: false,
  targets: { displayIds: ['lobby'], groups: [] },
  opening: 'clerk',
  closing: 'clerk',
  countdownMinutes: 30,
  afterMinutes: 10,
  version: 0,
}

/** At 09:00 of the day of the sitting, with a display in the lobby and one elsewhere that show something every day. */
export async function council(open: OpenDatabases) {
  const rig = await startContentRig(open)
  const items = [item('1', { kind: 'notice', title: { ja: 'ようこそ' }, body: { ja: '市役所' } })]
  const list = await rig.request('POST', '/api/playlists', { body: { name: '毎日', items, version: 0 } })
  const { id: defaultPlaylistId } = z.object({ id: z.string() }).parse(list.body)
  rig.state.displays.push(display('lobby', { defaultPlaylistId }), display('library', { defaultPlaylistId }))
  await rig.request('POST', '/api/programme/publish', { body: {} })
  rig.state.audited.length = 0
  const at = (time: string): void => {
    rig.state.now = new Date(`2026-11-22T${time}:00+09:00`)
  }
  at('09:00')
  const planned = async (changes: Partial<SittingInput> = {}): Promise<SittingView> =>
    SittingView.parse(
      (await rig.request('POST', '/api/sittings', { as: 'approver', body: { ...PLAN, ...changes } })).body,
    )
  const view = async (id: string) => SittingView.parse((await rig.request('GET', `/api/sittings/${id}`)).body)
  const send = (id: string, step: SittingStep, version: number, options: Parameters<typeof rig.request>[2] = {}) =>
    rig.request('POST', `/api/sittings/${id}/steps`, { body: { step, version }, ...options })
  /** Takes steps as a clerk who sees each of them done. */
  const step = async (id: string, ...steps: SittingStep[]): Promise<SittingView> => {
    let sitting = await view(id)
    for (const each of steps) sitting = SittingView.parse((await send(id, each, sitting.live.version)).body)
    return sitting
  }
  const takeovers = async (displayId = 'lobby') => {
    const programme = Programme.parse((await rig.request('GET', `/api/displays/${displayId}/programme`)).body)
    return (programme.takeovers ?? []).map(({ startsAt, endsAt, adjournedAt, playlistId }) => {
      const scene = programme.playlists.find(({ id }) => id === playlistId)?.items[0]?.scene
      return { startsAt, endsAt, adjournedAt, scene, feeds: programme.feeds?.map(({ feedId }) => feedId) }
    })
  }
  const told = async (): Promise<SittingLive | null> => {
    await rig.sittings.refresh(() => Promise.resolve())
    const { feeds } = FeedSnapshots.parse(
      (await rig.request('GET', '/api/player/feeds', { as: { display: 'lobby' } })).body,
    )
    const data = feeds[0]?.data ?? null
    return data?.kind === 'sitting' ? data : null
  }
  return { rig, at, planned, view, send, step, takeovers, told, tick: () => rig.sittings.jobs[0]?.run() }
}

/** A time of that day as the wire has it. */
export const UTC = (time: string): string => new Date(`2026-11-22T${time}:00+09:00`).toISOString()
