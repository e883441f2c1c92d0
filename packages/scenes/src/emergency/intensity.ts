import { Intensity, INTENSITIES, type IntensityRange, type KioskLanguage } from '@akari/protocol'
import { say } from '../locales/words.ts'

/** 震度 in words (`5弱`, `5 Lower`, `4～5弱`, `5弱以上`); as the telegram wrote it where that is no 震度. */
export function intensityWords({ from, to }: IntensityRange, language: KioskLanguage): string {
  if (to === 'over') return say(language, 'intensityOver', { from: oneIntensity(from, language) })
  if (from === to) return oneIntensity(from, language)
  return say(language, 'intensityRange', { from: oneIntensity(from, language), to: oneIntensity(to, language) })
}

/** The 震度 whose colour a range takes: the greater end; null for anything that is none. */
export function gravestIntensity({ from, to }: IntensityRange): Intensity | null {
  const ends = [from, to].flatMap((end) => {
    const known = Intensity.safeParse(end)
    return known.success ? [known.data] : []
  })
  return ends.toSorted((a, b) => INTENSITIES.indexOf(b) - INTENSITIES.indexOf(a))[0] ?? null
}

function oneIntensity(value: string, language: KioskLanguage): string {
  const known = Intensity.safeParse(value)
  return known.success ? say(language, `intensity${known.data}`) : value
}
