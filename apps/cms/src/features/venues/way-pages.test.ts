import { copyFile, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type WayToTake, wayAddress } from '@akari/protocol'
import { describe, expect, it, onTestFinished } from 'vitest'
import { openFreshSqlite } from '../../db/testing.ts'
import { KIOSK, startVenueRig } from '../testing/venue-rig.ts'
import { html, raw } from './safe-html.ts'
import { takingWork } from './way-work.ts'

const HALL = 'a88c2209-f973-59b2-a36c-4b0052b11215'

async function lobby() {
  const rig = await startVenueRig(openFreshSqlite)
  await rig.standing('lobby', KIOSK)
  const { id } = await rig.imported()
  await rig.publish(id)
  const { model } = await rig.draft(id)
  const open = async (changes: Partial<WayToTake> = {}) => {
    const way = { venue: model.id, from: KIOSK, to: HALL, profile: 'step-free', lang: 'ja', ...changes } as const
    const { publicUrl = '' } = await rig.programme('lobby')
    const { pathname, search } = new URL(wayAddress(publicUrl, way))
    const { status, bytes, headers } = await rig.request('GET', `${pathname}${search}`, { as: 'nobody' })
    return { status, page: bytes.toString('utf8'), type: headers.get('content-type') }
  }
  return { rig, id, model, open }
}

describe('the page that a telephone is sent to', () => {
  it('tells the way step by step and floor by floor, in the language of the glass, to anybody', async () => {
    const { open } = await lobby()
    const { status, page, type } = await open()
    expect([status, type]).toEqual([200, 'text/html; charset=utf-8'])
    expect(page).toContain('<html lang="ja">')
    expect(page).toMatch(/多目的ホール.*エレベーターで.*着きます/s)
    expect(page.match(/<svg /g)?.length).toBe(page.match(/<section>/g)?.length)
    expect(page).not.toContain('<script')
    const english = await open({ lang: 'en' })
    expect(english.page).toMatch(/<html lang="en">.*Multi-purpose hall.*About \d+ min/s)
    expect((await open({ lang: 'ja-x-easy' })).page).toMatch(/<ruby>[^<]+<rt>[ぁ-んァ-ヶー]+<\/rt><\/ruby>/)
    expect((await open({ lang: 'vi' })).page).toContain('<html lang="vi">')
  })

  it('leads to a place without a name, too', async () => {
    const { model, open } = await lobby()
    const place = model.openings.find(({ name, category }) => name === null && category.includes('pedestrian'))
    const { status, page } = await open({ to: place?.id ?? '', lang: 'ko' })
    expect(status).toBe(200)
    expect(page).toContain('<h1><span lang="ko">목적지</span></h1>')
  })

  it('says so in that language where the way is closed, unknown or of another building', async () => {
    const { rig, id, model, open } = await lobby()
    const gone = await open({ venue: 'elsewhere', lang: 'ko' })
    expect(gone).toMatchObject({ status: 404, page: expect.stringContaining('이 길을 표시할 수 없습니다') })
    const nowhere = await open({ to: 'nowhere', lang: 'ja-x-easy' })
    expect(nowhere).toMatchObject({
      status: 404,
      page: expect.stringContaining('<title>この 道は 見られません</title>'),
    })
    expect((await rig.request('GET', '/way', { as: 'nobody' })).status).toBe(404)
    const room = model.occupants.find((occupant) => occupant.id === HALL)?.unitId ?? ''
    const closure = { reason: { ja: '工事' }, featureIds: [room, HALL], zones: [], from: null, until: null, version: 0 }
    await rig.request('POST', `/api/venues/${id}/closures`, { body: closure })
    expect((await open()).status).toBe(404)
  })

  it('shows names as they are written, whatever is in them', async () => {
    const { rig, id, model, open } = await lobby()
    const hall = model.occupants.find((occupant) => occupant.id === HALL)
    if (hall === undefined) throw new Error('the sample has no hall')
    await rig.edit(id, { occupants: [{ ...hall, name: { ja: '<img src=x onerror=alert(1)>&"' } }] })
    await rig.publish(id)
    const { page } = await open()
    expect(page).toContain('&lt;img src=x onerror=alert(1)&gt;&amp;&quot;')
    expect(page).not.toContain('<img')
  })
})

it('two buildings that are asked for by turns are worked out once each', async () => {
  const { rig, model } = await lobby()
  const { guide } = await rig.programme('lobby')
  const folder = await mkdtemp(join(tmpdir(), 'akari-ways-'))
  onTestFinished(() => rm(folder, { recursive: true }))
  const take = takingWork()
  const way = { venue: model.id, from: KIOSK, to: HALL, profile: 'step-free', lang: 'ja' } as const
  const paths = ['hall', 'annexe'].map((name) => join(folder, name))
  for (const guidePath of paths) {
    await copyFile(rig.media.files.pathOf(guide?.sha256 ?? ''), guidePath)
    await take({ guidePath, way, closed: [] })
    await rm(guidePath)
  }
  for (const guidePath of paths) {
    expect(await take({ guidePath, way, closed: [] })).toMatchObject({ answer: { found: true } })
  }
})

it('a template escapes every string and keeps pieces', () => {
  const piece = html`<b title="${'"'}">${"<&'"}</b>`
  expect(html`<p>${[piece, piece]}${raw('<i>')}</p>`.text).toBe(
    '<p><b title="&quot;">&lt;&amp;&#39;</b><b title="&quot;">&lt;&amp;&#39;</b><i></p>',
  )
})
