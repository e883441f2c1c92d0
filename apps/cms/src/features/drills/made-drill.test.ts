import { KOGANEI } from '@akari/alerts'
import { sampleTelegram } from '@akari/content-samples'
import { expect, it } from 'vitest'
import { readMessage } from '../alerts/read-message.ts'
import { drillAlertOf, madeDrill } from './made-drill.ts'

const AT = '2027-03-09T01:00:00.000Z'

function rehearsed(name: string) {
  const xml = madeDrill(sampleTelegram(name).toString('utf8'), AT)
  const read = readMessage(new TextEncoder().encode(xml), name)
  if (!read.ok) throw new Error(read.error.message)
  return drillAlertOf(read.reading, KOGANEI, AT)
}

it('makes a real telegram a drill that was reported just now', () => {
  const alert = rehearsed('vxse43-warning.xml')
  expect(alert).toMatchObject({ hazard: 'earthquake-early-warning', phase: 'inForce' })
  expect(Date.parse(alert?.sentAt ?? '')).toBe(Date.parse(AT))
  expect(Date.parse(alert?.expiresAt ?? '')).toBeGreaterThan(Date.parse(AT))
  expect(rehearsed('vpww55-level4.xml')).toMatchObject({ level: 4 })
})

it('keeps nothing of the real channel', () => {
  const xml = madeDrill(sampleTelegram('vpww55-level4.xml').toString('utf8'), AT)
  expect(xml).not.toContain('<Status>通常</Status>')
  expect(xml).toContain('<Status>訓練</Status>')
})

it('gives nothing for a telegram that raises nothing on its own', () => {
  expect(rehearsed('vpww55-release.xml')).toBeNull()
})
