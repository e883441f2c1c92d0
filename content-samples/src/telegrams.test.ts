import { SaxesParser } from 'saxes'
import { describe, expect, it } from 'vitest'
import { sampleTelegram, sampleTelegrams } from './index.ts'

interface Reading {
  /** Text of every element by its path, in order. */
  texts: Map<string, string[]>
  doctype: boolean
}

/** Reads a telegram strictly; throws where it is not well-formed. */
function read(file: string): Reading {
  const parser = new SaxesParser({ xmlns: true })
  const path: string[] = []
  const texts = new Map<string, string[]>()
  let [text, doctype] = ['', false]
  parser.on('doctype', () => {
    doctype = true
  })
  parser.on('opentag', ({ local }) => {
    path.push(local)
    text = ''
  })
  parser.on('text', (more) => {
    text += more
  })
  parser.on('closetag', () => {
    const at = path.join('/')
    texts.set(at, [...(texts.get(at) ?? []), text.trim()])
    path.pop()
    text = ''
  })
  parser.write(sampleTelegram(file).toString('utf8')).close()
  return { texts, doctype }
}

/** The block of XML about one area in the body. */
function bodyBlock(file: string, element: string, code: string): string {
  const body = sampleTelegram(file).toString('utf8').split('<Body')[1] ?? ''
  return body.split(`<${element}>`).find((block) => block.includes(`<Code>${code}</Code>`)) ?? ''
}

const telegrams = sampleTelegrams()

describe('the sample telegrams', () => {
  it.each(telegrams)('$file is well-formed, without DOCTYPE, and says whether it is a drill', ({ file, meaning }) => {
    const { texts, doctype } = read(file)
    expect(doctype).toBe(false)
    expect(texts.get('Report/Control/Status')).toEqual([file.includes('drill') ? '訓練' : '通常'])
    expect(meaning.ja.startsWith('訓練')).toBe(file.includes('drill'))
    expect(texts.get('Report/Head/ReportDateTime')?.[0]).toMatch(/^2026-11-\d\dT\d\d:\d\d:\d\d\+09:00$/)
  })

  it.each([
    ['vpww55-level2.xml', '10', '発表'],
    ['vpww55-level4.xml', '43', '発表'],
    ['vpww55-release.xml', '43', '解除'],
    ['vpww55-level4-drill.xml', '43', '発表'],
  ])('%s tells Koganei %s %s', (file, code, status) => {
    expect(read(file).texts.get('Report/Control/Title')).toEqual(['気象警報・注意報（Ｒ０６）（大雨）'])
    const item = bodyBlock(file, 'Item', '1321000')
    expect(item).toContain(`<Code>${code}</Code>`)
    expect(item).toContain(`<Status>${status}</Status>`)
    expect(bodyBlock(file, 'Item', '1321100')).toContain('発表警報・注意報はなし')
  })

  it.each(['vxse43-warning.xml', 'vxse43-drill.xml'])('%s warns eastern Tama before the shaking arrives', (file) => {
    const { texts } = read(file)
    const area = bodyBlock(file, 'Area', '351')
    expect(texts.get('Report/Control/Title')).toEqual(['緊急地震速報（警報）'])
    expect(area).toContain('<Code>10</Code>')
    const arrival = /<ArrivalTime>(.*)<\/ArrivalTime>/.exec(area)?.[1] ?? ''
    expect(Date.parse(arrival)).toBeGreaterThan(Date.parse(texts.get('Report/Head/ReportDateTime')?.[0] ?? ''))
  })

  it('cancels the warning by its event and serial, without areas', () => {
    const [warning, cancel] = [read('vxse43-warning.xml').texts, read('vxse43-cancel.xml').texts]
    expect(cancel.get('Report/Head/InfoType')).toEqual(['取消'])
    for (const field of ['EventID', 'Serial']) {
      expect(cancel.get(`Report/Head/${field}`)).toEqual(warning.get(`Report/Head/${field}`))
    }
    expect(cancel.has('Report/Body/Intensity')).toBe(false)
  })
})
