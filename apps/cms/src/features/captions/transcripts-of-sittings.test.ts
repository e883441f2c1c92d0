import { type SittingInput, SittingView, TranscriptView } from '@akari/protocol'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { onEachEngine, type RunningCms } from '../../testing/running-cms.ts'

const PLAN: SittingInput = {
  title: { ja: '令和8年第4回定例会' },
  startsAt: '2027-03-01T01:00:00.000Z',
  endsAt: '2027-03-01T03:00:00.000Z',
  agenda: [],
  speakers: [],
  streamId: null,
  recordingUrl: null,
  isRecorded: false,
  targets: { displayIds: [], groups: [] },
  opening: 'clerk',
  closing: 'clerk',
  countdownMinutes: 30,
  afterMinutes: 10,
  version: 0,
}

async function transcripts(cms: RunningCms): Promise<TranscriptView[]> {
  return z.array(TranscriptView).parse((await cms.call('GET', '/api/transcripts', { as: cms.local })).body)
}

onEachEngine((start) => {
  describe('the transcript of a sitting', () => {
    it('is called and dated as the sitting until a person calls it otherwise', async () => {
      const cms = await start()
      const made = await cms.call('POST', '/api/sittings', { body: PLAN, as: cms.local })
      const { id, captionsId } = SittingView.parse(made.body)
      const put = async (changes: Partial<SittingInput>) => {
        const answer = await cms.call('PUT', `/api/sittings/${id}`, { body: { ...PLAN, ...changes }, as: cms.local })
        expect(answer.status).toBe(200)
      }
      const of = async () => (await transcripts(cms)).find((each) => each.id === captionsId)
      expect(await of()).toMatchObject({ title: PLAN.title.ja, startsAt: PLAN.startsAt, version: 1 })
      await put({ title: { ja: '臨時会' }, version: 1 })
      expect(await of()).toMatchObject({ title: '臨時会', startsAt: PLAN.startsAt })
      const byHand = { title: '臨時会（1日目）', startsAt: PLAN.startsAt, recordedFrom: null, version: 2 }
      expect((await cms.call('PUT', `/api/transcripts/${captionsId}`, { body: byHand, as: cms.local })).status).toBe(
        200,
      )
      const moved = { startsAt: '2027-03-02T01:00:00.000Z', endsAt: '2027-03-02T03:00:00.000Z' }
      await put({ ...moved, title: { ja: '第2回臨時会' }, version: 2 })
      expect(await of()).toMatchObject({ title: '臨時会（1日目）', startsAt: moved.startsAt })
    })

    it('is exported under the name that its sitting has in that language', async () => {
      const cms = await start()
      const body = { ...PLAN, title: { ...PLAN.title, en: 'Fourth regular session' } }
      const { captionsId } = SittingView.parse((await cms.call('POST', '/api/sittings', { body, as: cms.local })).body)
      const first = async (language: string) => {
        const answer = await cms.call('GET', `/api/transcripts/${captionsId}/export?format=txt&language=${language}`, {
          as: cms.local,
        })
        return String(answer.body).split('\n')[0]
      }
      expect(await first('en')).toBe('Fourth regular session')
      expect(await first('ja')).toBe(PLAN.title.ja)
    })
  })
})
