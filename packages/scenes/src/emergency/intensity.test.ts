import { expect, test } from 'vitest'
import { gravestIntensity, intensityWords } from './intensity.ts'

test('震度 is said as people say it, in each language', () => {
  expect(intensityWords({ from: '6+', to: '6+' }, 'ja')).toBe('6強')
  expect(intensityWords({ from: '5-', to: '5-' }, 'en')).toBe('5 Lower')
})

test('a range says both ends, and an open one that it may be more', () => {
  expect(intensityWords({ from: '4', to: '5-' }, 'ja')).toBe('4～5弱')
  expect(intensityWords({ from: '5-', to: 'over' }, 'ja')).toBe('5弱以上')
})

test('the colour is that of the greater end, by strength and not by spelling', () => {
  expect(gravestIntensity({ from: '5-', to: '5+' })).toBe('5+')
  expect(gravestIntensity({ from: '6-', to: '5+' })).toBe('6-')
  expect(gravestIntensity({ from: '5-', to: 'over' })).toBe('5-')
  expect(gravestIntensity({ from: '不明', to: '不明' })).toBe(null)
})
