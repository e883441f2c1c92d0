import { AlertDesk, DeskPreview, DeskShelter, Proposal, type ShelterEdit, Towns } from '@akari/protocol'
import { expect, it } from 'vitest'
import { type Caller, onEachEngine, type RunningCms } from '../../testing/running-cms.ts'
import { signedIn } from '../../testing/staff.ts'

const SCHOOL: ShelterEdit = {
  name: { ja: '見本第一小学校', en: 'Sample First School' },
  address: { ja: '見本町１丁目' },
  fitFor: { flood: true, landslide: false, earthquake: true, fire: true },
  open: false,
  version: 0,
}

async function added(cms: RunningCms, shelter: Partial<ShelterEdit> = {}): Promise<DeskShelter> {
  const answer = await cms.call('POST', '/api/shelters', { body: { ...SCHOOL, ...shelter }, as: cms.local })
  return DeskShelter.parse(answer.body)
}

function setOpen(cms: RunningCms, id: string, open: boolean, as: Caller = cms.local) {
  return cms.call('POST', `/api/shelters/${id}/opening`, { body: { open }, as })
}

const messageWith = (shelterIds: string[], area: object = { kind: 'whole' }) => ({
  channel: 'live',
  draft: { kind: 'evacuation', order: 'order', hazard: 'flood', area, shelterIds },
  target: { kind: 'all' },
  minutes: null,
  corrects: null,
})

onEachEngine((start) => {
  it('are kept by staff: added, changed, opened, removed; an edit that comes second is refused', async () => {
    const cms = await start()
    const editor = await signedIn(cms, 'ueda', 'editor')
    const shelter = await added(cms)
    expect(shelter).toMatchObject({ name: SCHOOL.name, open: false, version: 1 })
    expect((await setOpen(cms, shelter.id, true, editor)).status).toBe(403)
    expect((await setOpen(cms, shelter.id, true)).body).toMatchObject({ open: true, version: 2 })
    const put = (version: number) =>
      cms.call('PUT', `/api/shelters/${shelter.id}`, {
        body: { ...SCHOOL, name: { ja: '見本第二小学校' }, version },
        as: cms.local,
      })
    expect((await put(1)).status).toBe(409)
    expect((await put(2)).body).toMatchObject({ name: { ja: '見本第二小学校' }, version: 3 })
    expect((await cms.call('DELETE', `/api/shelters/${shelter.id}`, { as: cms.local })).status).toBe(204)
    expect((await setOpen(cms, shelter.id, true)).status).toBe(404)
    expect((await cms.call('GET', '/api/shelters', { as: editor })).body).toEqual([])
  })

  it('go into an order only while open and fit; one closed meanwhile stops what waits', async () => {
    const cms = await start()
    const [sato, kato] = [await signedIn(cms, 'sato', 'disaster'), await signedIn(cms, 'kato', 'disaster')]
    const shelter = await added(cms)
    const codes = async () => {
      const answer = await cms.call('POST', '/api/alerts/previews', { body: messageWith([shelter.id]), as: sato })
      return DeskPreview.parse(answer.body).findings.map(({ code }) => code)
    }
    expect(await codes()).toEqual(['shelter-not-open'])
    await setOpen(cms, shelter.id, true)
    expect(await codes()).toEqual([])
    const propose = async (id: string) => {
      const body = { id, message: messageWith([shelter.id]) }
      return Proposal.parse((await cms.call('POST', '/api/alerts/proposals', { body, as: sato })).body)
    }
    const confirm = (id: string) => cms.call('POST', `/api/alerts/proposals/${id}/confirm`, { as: kato })
    expect((await propose('one')).alert.shelters).toMatchObject([{ id: shelter.id, name: SCHOOL.name }])
    await setOpen(cms, shelter.id, false)
    expect((await confirm('one')).status).toBe(409)
    await setOpen(cms, shelter.id, true)
    expect((await confirm('one')).status).toBe(200)
    const { live } = AlertDesk.parse((await cms.call('GET', '/api/alerts/desk', { as: kato })).body)
    expect(live.alerts).toMatchObject([{ shelters: [{ id: shelter.id, address: SCHOOL.address }] }])
  })

  it('the towns are those of the city until staff write their own', async () => {
    const cms = await start()
    const shipped = Towns.parse((await cms.call('GET', '/api/towns', { as: cms.local })).body)
    expect(shipped.map(({ name }) => name.ja)).toContain('貫井南町')
    const own = [{ id: 'new', name: { ja: '新町' }, blocks: 2 }]
    expect((await cms.call('PUT', '/api/towns', { body: [...own, ...own], as: cms.local })).status).toBe(409)
    await cms.call('PUT', '/api/towns', { body: own, as: cms.local })
    const restarted = await cms.restart()
    expect((await restarted.call('GET', '/api/towns', { as: restarted.local })).body).toEqual(own)
    const area = { kind: 'towns', towns: [{ townId: 'new', blocks: [1] }] }
    const preview = await restarted.call('POST', '/api/alerts/previews', {
      body: messageWith([], area),
      as: restarted.local,
    })
    expect(DeskPreview.parse(preview.body)).toMatchObject({
      alert: { words: { area: { ja: '新町１丁目' } } },
      findings: [],
    })
  })
})
