import { expect, test } from 'vitest'
import { faultFamily } from './fault-family.ts'

test.each([
  ['disk-full', 'full'],
  ['alert-not-saved', 'notSaved'],
  ['pinning-mended', 'mended'],
  ['saved-values-unreadable', 'damaged'],
  ['refused:window', 'refused'],
  ['programme-rejected', 'rejected'],
  ['login-refused', 'link'],
  ['relay-flood', 'relay'],
  ['screen:no-voice', 'sound'],
  ['screen:painting', 'screen'],
  ['what-nobody-knows', 'other'],
])('%s is of the family %s', (code, family) => {
  expect(faultFamily(code)).toBe(family)
})
