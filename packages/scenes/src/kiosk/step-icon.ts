import type { StepCard } from '@akari/wayfinding'
import type { IconName } from './icons.tsx'

const DOING: Record<Exclude<StepCard['kind'], 'walk'>, IconName> = {
  elevator: 'lift',
  stairs: 'stairs',
  escalator: 'stairs',
  arrive: 'flag',
  exit: 'exit',
  'call-staff': 'staff',
}
const TURNING: Record<NonNullable<StepCard['turn']>, IconName> = {
  start: 'walk',
  straight: 'ahead',
  left: 'left',
  right: 'right',
}

/** Which way one sets out depends on where one looks: no arrow says it. */
export function iconOf({ kind, turn = 'start' }: Pick<StepCard, 'kind' | 'turn'>): IconName {
  return kind === 'walk' ? TURNING[turn] : DOING[kind]
}
