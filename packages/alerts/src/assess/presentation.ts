import type { AlertClass, Hazard, IntensityRange, Presentation, WarningLevel } from '@akari/protocol'

/** How grave an alert is, on one scale: 5 is 特別警報, 4 危険警報, 3 警報, 2 注意報, 1 everything else. */
export type Grade = 1 | 2 | 3 | 4 | 5

export type Gravity = {
  hazard: Hazard
  level: WarningLevel | null
  class: AlertClass | null
  intensity: IntensityRange | null
}

const GRADE_OF_CLASS: Record<AlertClass, Grade> = {
  special: 5,
  danger: 4,
  warning: 3,
  advisory: 2,
  forecast: 1,
  info: 1,
}

/** From the level, else from the intensity that was felt, else from the class. */
export function gradeOf({ hazard, level, class: kind, intensity }: Gravity): Grade {
  if (level !== null) return level
  if (hazard === 'earthquake-early-warning') return 5
  if (hazard === 'earthquake' && intensity !== null) return gradeOfIntensity(intensity.from)
  return kind === null ? 1 : GRADE_OF_CLASS[kind]
}

function gradeOfIntensity(intensity: string): Grade {
  switch (intensity) {
    case '7':
    case '6+':
    case '6-':
      return 5
    case '5+':
    case '5-':
      return 4
    case '4':
    case '3':
      return 2
    default:
      return 1
  }
}

/** How an alert of the agency looks where no policy says otherwise: 警戒レベル 3 and above, or the like of it, takes the glass. */
export function presentationOf(gravity: Gravity): Presentation {
  const symbol = symbolOf(gravity.hazard)
  if (gravity.hazard === 'earthquake-early-warning') return { mode: 'fullScreen', field: 'eew', symbol }
  const grade = gradeOf(gravity)
  const takesGlass = gravity.level === null ? grade >= 4 && gravity.hazard !== 'tsunami' : grade >= 3
  return { mode: takesGlass ? 'fullScreen' : 'banner', field: `level${grade}`, symbol }
}

function symbolOf(hazard: Hazard): Presentation['symbol'] {
  switch (hazard) {
    case 'earthquake-early-warning':
    case 'earthquake':
    case 'nankai-trough':
      return 'earthquake'
    case 'tsunami':
    case 'high-waves':
      return 'tsunami'
    case 'heavy-rain':
    case 'linear-rainband':
    case 'record-rain':
      return 'rain'
    case 'flood':
    case 'storm-surge':
      return 'flood'
    case 'landslide':
      return 'landslide'
    case 'storm':
    case 'tornado':
      return 'wind'
    case 'snow-storm':
    case 'heavy-snow':
      return 'snow'
    case 'heat':
      return 'heat'
    case 'volcano':
      return 'volcano'
    case 'fire':
      return 'fire'
    case 'evacuation':
    case 'power-loss':
      return 'exit'
    case 'thunder':
    case 'dry':
    case 'fog':
    case 'other':
      return 'info'
  }
}
