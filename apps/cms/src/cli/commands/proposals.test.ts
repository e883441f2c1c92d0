import { Proposals } from '@akari/protocol'
import { expect, test } from 'vitest'
import { runAkari } from '../../testing/command-line.ts'
import { startCms } from '../../testing/running-cms.ts'
import { signedIn } from '../../testing/staff.ts'

const akari = (dataDir: string, ...args: string[]) => runAkari(args, { dataDir })

test('the command line lists what waits; it is no second person, and breaks the glass only with a reason', async () => {
  const cms = await startCms()
  const message = {
    channel: 'live',
    draft: { kind: 'evacuation', order: 'order', hazard: 'flood', area: { kind: 'whole' }, shelterIds: [] },
    target: { kind: 'all' },
    minutes: null,
    corrects: null,
  }
  const sato = await signedIn(cms, 'sato', 'disaster')
  await cms.call('POST', '/api/alerts/proposals', { body: { id: 'flood', message }, as: sato })
  const listed = await akari(cms.dataDir, 'alerts', 'proposals')
  expect(listed.stdout).toMatch(/^flood\tlive\t警戒レベル４ 避難指示（洪水）\tuser:sato\t/)
  const approve = (...args: string[]) => akari(cms.dataDir, 'alerts', 'approve', 'flood', ...args)
  expect(await approve()).toMatchObject({ code: 1, stderr: expect.stringContaining('--reason') })
  expect(await approve('--reason', '急ぎ')).toMatchObject({ code: 1, stderr: expect.stringContaining('10') })
  expect((await approve('--reason', '庁内の網が切れて画面を開けないため')).code).toBe(0)
  const { brokenGlass } = Proposals.parse((await cms.call('GET', '/api/alerts/proposals', { as: sato })).body)
  expect(brokenGlass).toMatchObject([{ alertId: 'operator:flood', by: 'local:cli' }])
  expect((await akari(cms.dataDir, 'alerts', 'proposals')).stdout).toMatch(/^!\toperator:flood\tlocal:cli\t/)
}, 30_000)
