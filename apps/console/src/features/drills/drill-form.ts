import type { DrillInput, DrillMatter, DrillPlan, DrillStep, DrillWhen } from '@akari/protocol'

/** What a new plan starts with: a five-minute evacuation drill on the second Tuesday of each month. */
export function newDrill(name: string): DrillInput {
  return {
    name,
    steps: [
      { afterSeconds: 0, matter: { kind: 'template', templateId: 'building-evacuation' }, endAfterSeconds: null },
    ],
    target: { kind: 'all' },
    when: { kind: 'byHand' },
    autoEndMinutes: 5,
    note: '',
    version: 0,
  }
}

export function inputOf(plan: DrillPlan): DrillInput {
  const { name, steps, target, when, autoEndMinutes, note, version } = plan
  return { name, steps, target, when, autoEndMinutes, note, version }
}

/** One text for each thing a step can show, for a list to choose from. */
export function matterKey(matter: DrillMatter): string {
  return matter.kind === 'template' ? `template:${matter.templateId}` : `telegram:${matter.telegram}`
}

export function matterFromKey(key: string): DrillMatter {
  const [kind, ...rest] = key.split(':')
  const name = rest.join(':')
  return kind === 'telegram' ? { kind, telegram: name } : { kind: 'template', templateId: name }
}

/** A step after the last one, half a minute later. */
export function nextStep(steps: readonly DrillStep[]): DrillStep {
  const last = steps.at(-1)
  const afterSeconds = last === undefined ? 0 : last.afterSeconds + (last.endAfterSeconds ?? 30)
  return { afterSeconds, matter: last?.matter ?? matterFromKey('template:test-message'), endAfterSeconds: null }
}

/** What another kind of time starts with. */
export function whenOf(kind: string, tomorrow: string): DrillWhen {
  switch (kind) {
    case 'once':
      return { kind: 'once', at: `${tomorrow}T10:00` }
    case 'monthly':
      return { kind: 'monthly', nth: 2, weekday: 'TU', time: '10:00', skipClosedDays: true }
    default:
      return { kind: 'byHand' }
  }
}
