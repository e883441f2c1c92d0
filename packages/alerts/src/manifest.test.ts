import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { gravestOf, judged, KOGANEI, readSource, verdictsOf } from './index.ts'
import { corpusFolder, type ManifestLine, manifestOf } from './testing/corpus.ts'
import { INFLATE } from './testing/inflate.ts'

const KINDS = ['synthetic-koganei', 'real-2021', 'official-sample', 'official-sample-old']
/** Kinds that nobody reads: also their 取消 means nothing here. */
const UNREAD = /^(VXSE4[014]|VXSE56|VXSE6[01]|VPFD|VXSU)/
const folder = corpusFolder()
const files = folder === null ? [] : manifestOf(folder).filter((line) => KINDS.includes(line.kind))

/** The line that speaks for a file, judged at its own time. */
function lineOf({ file }: ManifestLine) {
  const result = readSource(readFileSync(join(folder ?? '', file)), INFLATE, file)
  if (!result.ok) throw new Error(`${file}: ${result.error.message}`)
  const { reading } = result
  const at = reading.reportedAt
  return { ...gravestOf(verdictsOf(reading, KOGANEI, at).map((each) => judged(each, at))), code: reading.code }
}

/** What the manifest's words ask for. @throws where they are not understood, so that none is passed over */
function expected({ code, meaning }: ManifestLine): object {
  const channel = meaning.startsWith('[訓練') ? 'drill' : meaning.startsWith('[試験') ? 'test' : 'live'
  const words = meaning.replace(/^(\[[^\]]*(never live|replaces)\] )+/, '')
  return { channel, ...meant(words, code) }
}

function meant(words: string, code: string): object {
  if (/^(not concerned|context only|never display|forecast only)/.test(words)) return { effect: 'none' }
  if (words.startsWith('CANCEL')) return { effect: UNREAD.test(code) ? 'none' : 'cancel' }
  if (words.startsWith('none in force')) return { effect: 'clear', level: null, class: null }
  const warning = /^WARNING code=1\d int (\S+?)\.\.(\S+)/.exec(words)
  if (warning !== null) {
    const intensity = { from: warning[1], to: warning[2] }
    return { effect: 'raise', hazard: 'earthquake-early-warning', class: 'warning', intensity }
  }
  const felt = /^(area351|city) (\d[-+]?)$/.exec(words)
  if (felt !== null) return { effect: 'raise', hazard: 'earthquake', intensity: { from: felt[2], to: felt[2] } }
  if (words === 'CONCERNED') return { effect: 'raise', hazard: 'tornado' }
  if (words === 'release CONCERNED') return { effect: 'clear', hazard: 'flood' }
  const flood = /^L(\d) CONCERNED$/.exec(words)
  if (flood !== null) return { effect: 'raise', hazard: 'flood', level: Number(flood[1]) }
  const rain = /^(レベル.)?大雨.*\[.*\]->(L(\d)|release|advisory)/.exec(words)
  if (rain !== null) {
    if (rain[2] === 'release') return { effect: 'clear', hazard: 'heavy-rain' }
    return { effect: 'raise', hazard: 'heavy-rain', level: Number(rain[3] ?? '2') }
  }
  return nationwide(words, code)
}

/** News of the whole country. VYSE51, 52 and 60 are context: the facts say so, against the manifest's one word for all. */
function nationwide(words: string, code: string): object {
  if (words.startsWith('inland: information banner'))
    return { hazard: 'tsunami', effect: expect.stringMatching(/raise|clear/) }
  if (!words.startsWith('nationwide info')) throw new Error(`not understood: ${words}`)
  if (code !== 'VYSE50') return { effect: 'none' }
  return { hazard: 'nankai-trough', effect: expect.stringMatching(/raise|clear/) }
}

describe.skipIf(folder === null)('the manifest of the corpus', () => {
  test('names enough files to be worth the name', () => {
    expect(files.length).toBeGreaterThan(350)
  })

  test.each(files.map((line) => [line.file, line] as const))('%s means what it says', (_file, line) => {
    expect(lineOf(line)).toMatchObject(expected(line))
  })
})
