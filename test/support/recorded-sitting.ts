import {
  RecordingsView,
  type RecordingView,
  type SittingInput,
  type SittingStep,
  SittingView,
  StreamView,
} from '@akari/protocol'
import { eventually } from './city-hall.ts'

type Api = (method: string, path: string, body?: unknown) => Promise<unknown>

/** A sitting that is recorded from a stream at this address, planned through the API of a city hall that records nothing else. */
export async function recordedSitting(api: Api, url: string) {
  const registered = { title: { ja: '市議会中継' }, url }
  const { id: streamId } = StreamView.parse(await api('POST', '/streams', registered))
  const { id, live } = SittingView.parse(await api('POST', '/sittings', planOf(streamId)))
  let { version } = live
  const list = async (): Promise<RecordingView[]> => RecordingsView.parse(await api('GET', '/recordings')).recordings
  return {
    list,
    room: async (changes: object): Promise<void> => {
      const { settings } = RecordingsView.parse(await api('GET', '/recordings'))
      await api('PUT', '/recording-settings', { ...settings, ...changes })
    },
    step: async (step: SittingStep): Promise<void> => {
      version = SittingView.parse(await api('POST', `/sittings/${id}/steps`, { step, version })).live.version
    },
    /** Waits until the recording is as wanted. */
    until: (wanted: (recording: RecordingView) => boolean): Promise<RecordingView> =>
      eventually('the recording as wanted', async () => (await list()).find(wanted) ?? null, 60_000),
  }
}

function planOf(streamId: string): SittingInput {
  return {
    title: { ja: '第4回定例会' },
    startsAt: new Date().toISOString(),
    endsAt: new Date(Date.now() + 3_600_000).toISOString(),
    agenda: [],
    speakers: [],
    streamId,
    recordingUrl: null,
    isRecorded: true,
    targets: { displayIds: [], groups: [] },
    opening: 'clerk',
    closing: 'clerk',
    countdownMinutes: 0,
    afterMinutes: 0,
    version: 0,
  }
}
