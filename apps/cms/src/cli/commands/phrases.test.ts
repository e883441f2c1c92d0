import { LanguageInReview, LanguageReview } from '@akari/protocol'
import { expect, test } from 'vitest'
import { z } from 'zod'
import { runAkari } from '../../testing/command-line.ts'
import { startCms } from '../../testing/running-cms.ts'

async function akari(dataDir: string, ...args: string[]): Promise<string> {
  const { code, stdout, stderr } = await runAkari(args, { dataDir })
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
  return stdout
}

test('lists every language with who stands for it and what waits, for people and for programs', async () => {
  const cms = await startCms()
  const seen = LanguageInReview.parse((await cms.call('GET', '/api/phrases/vi', { as: cms.local })).body)
  const by = { name: 'グエン・ティ・ラン', capacity: '国際交流協会 翻訳', note: '', understood: true }
  const body = { ...by, fingerprint: seen.fingerprint }
  await cms.call('POST', '/api/phrases/vi/confirmations', { body, as: cms.local })
  const lines = (await akari(cms.dataDir, 'phrases')).trimEnd().split('\n')
  expect(lines).toHaveLength(15)
  expect(lines[0]).toMatch(/^ja\talways\t0\/\d+\t.*needs no confirmation$/)
  const vietnamese = lines.find((line) => line.startsWith('vi\t')) ?? ''
  expect(vietnamese).toMatch(/^vi\tconfirmed\t0\/\d+\tグエン・ティ・ラン（国際交流協会 翻訳） 20/)
  expect(lines.filter((line) => line.includes('\twaiting\t'))).toHaveLength(11)
  const json = z.array(LanguageReview).parse(JSON.parse(await akari(cms.dataDir, 'phrases', '--json')))
  expect(json.find(({ language }) => language === 'vi')?.state.is).toBe('confirmed')
}, 30_000)
