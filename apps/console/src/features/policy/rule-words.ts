import type { PolicyAct, PolicyMatch, PolicyRule, WarningLevel } from '@akari/protocol'
import type { TFunction } from 'i18next'
import { useTranslation } from 'react-i18next'
import type { Situation } from './deciding.ts'
import type { RulePart } from './policy-diff.ts'

const MOST_HAZARDS = 4
const MINUTE = 60

/** Rules in the words of the people who make them. */
type RuleWords = ReturnType<typeof ruleWords>

export function useRuleWords(): RuleWords {
  return ruleWords(useTranslation().t)
}

/** The same in the language of `t`. */
export function ruleWords(t: TFunction) {
  const match = (of: PolicyMatch): string => {
    const parts = [hazardWords(t, of), levelWords(t, of.levels), classWords(t, of), intensityWords(t, of)]
    return parts.filter((part) => part !== '').join(t('policy.rule.space'))
  }
  const channel = (of: PolicyMatch): string => t(`policy.rule.channel.${of.channel}`)
  const act = (of: PolicyAct): string => actWords(t, of)
  return {
    /** «大雨 レベル４以上» */
    match,
    channel,
    /** «全画面・警告音・読み上げ・5分は戻さない» */
    act,
    sentence: (rule: PolicyRule): string =>
      t('policy.rule.sentence', { match: match(rule.match), channel: channel(rule.match), act: act(rule.act) }),
    /** What a rule is called: its name, or what it is about while nobody has named it. */
    name: (rule: PolicyRule): string => (rule.name.trim() === '' ? match(rule.match).slice(0, 80) : rule.name),
    sound: (of: PolicyAct): string => soundWords(t, of),
    groups: (of: PolicyAct): string => groupWords(t, of),
    stages: (of: PolicyAct): string => stageWords(t, of),
    /** One part of a rule, as a list of changes names it. */
    part: (rule: PolicyRule, part: RulePart): string => partWords(t, rule, part),
  }
}

/** 90 → «1分30秒». */
export function timeWords(t: TFunction, seconds: number): string {
  const [minutes, rest] = [Math.floor(seconds / MINUTE), seconds % MINUTE]
  if (minutes === 0) return t('policy.rule.seconds', { count: rest })
  const whole = t('policy.rule.minutes', { count: minutes })
  return rest === 0 ? whole : `${whole}${t('policy.rule.timeSpace')}${t('policy.rule.seconds', { count: rest })}`
}

function hazardWords(t: TFunction, { hazards }: PolicyMatch): string {
  if (hazards === null) return t('policy.rule.anyHazard')
  const names = hazards.slice(0, MOST_HAZARDS).map((hazard) => t(`hazard.${hazard}`))
  const joined = names.join(t('policy.rule.separator'))
  const left = hazards.length - names.length
  return left === 0 ? joined : t('policy.rule.moreHazards', { names: joined, count: left })
}

function levelWords(t: TFunction, levels: readonly WarningLevel[] | null): string {
  if (levels === null) return ''
  const sorted = levels.toSorted((a, b) => a - b)
  const [least] = sorted
  if (least === undefined) return ''
  const upwards = sorted.length > 1 && sorted.length === 6 - least
  if (upwards) return t('policy.rule.levelFrom', { level: t(`policy.rule.levelOf.${least}`) })
  return sorted.map((level) => t(`policy.rule.levelOf.${level}`)).join(t('policy.rule.separator'))
}

function classWords(t: TFunction, { classes }: PolicyMatch): string {
  return (classes ?? []).map((word) => t(`policy.rule.class.${word}`)).join(t('policy.rule.separator'))
}

function intensityWords(t: TFunction, { intensityAtLeast }: PolicyMatch): string {
  if (intensityAtLeast === null) return ''
  return t('policy.rule.intensityFrom', { intensity: t(`policy.rule.intensity.${intensityAtLeast}`) })
}

function actWords(t: TFunction, act: PolicyAct): string {
  const mode = t(`policy.rule.mode.${act.mode}`)
  if (act.mode === 'none') return mode
  const parts = [mode, soundWords(t, act)]
  if (act.groups !== null) parts.push(groupWords(t, act))
  if (act.dwellSeconds > 0) parts.push(t('policy.rule.dwell', { time: timeWords(t, act.dwellSeconds) }))
  if (act.mode === 'fullScreen' && act.returns.when === 'after') parts.push(returnWords(t, act))
  return parts.join(t('policy.rule.actSeparator'))
}

function soundWords(t: TFunction, { sound }: PolicyAct): string {
  const heard = [
    ...(sound.chime === 'none' ? [] : [t(`policy.rule.chime.${sound.chime}`)]),
    ...(sound.speak ? [t('policy.rule.speak')] : []),
  ]
  if (heard.length === 0) return t('policy.rule.silent')
  if (sound.times > 1) heard.push(t('policy.rule.times', { count: sound.times }))
  return heard.join(t('policy.rule.actSeparator'))
}

function groupWords(t: TFunction, { groups }: PolicyAct): string {
  if (groups === null) return t('policy.rule.allDisplays')
  return t('policy.rule.onlyGroups', { groups: groups.join(t('policy.rule.separator')) })
}

function returnWords(t: TFunction, { returns }: PolicyAct): string {
  switch (returns.when) {
    case 'over':
      return t('policy.change.returnsOver')
    case 'after':
      return t('policy.rule.afterBanner', { time: timeWords(t, returns.minutes * MINUTE) })
  }
}

function stageWords(t: TFunction, { stages }: PolicyAct): string {
  if (stages.length === 0) return t('policy.rule.noStages')
  return stages
    .map(({ stage, minutes }, index) => {
      const name = t(`policy.rule.stageOf.${stage}`)
      const last = index === stages.length - 1
      return last ? name : t('policy.rule.stageStep', { stage: name, time: timeWords(t, minutes * MINUTE) })
    })
    .join(t('policy.rule.stageArrow'))
}

function partWords(t: TFunction, rule: PolicyRule, part: RulePart): string {
  const { act, match } = rule
  const words = ruleWords(t)
  switch (part) {
    case 'name':
      return words.name(rule)
    case 'match':
      return `${words.match(match)}${t('policy.rule.inChannel', { channel: words.channel(match) })}`
    case 'mode':
      return t(`policy.rule.mode.${act.mode}`)
    case 'groups':
      return groupWords(t, act)
    case 'sound':
      return soundWords(t, act)
    case 'dwell':
      return act.dwellSeconds === 0 ? t('policy.change.noDwell') : timeWords(t, act.dwellSeconds)
    case 'returns':
      return returnWords(t, act)
    case 'stages':
      return stageWords(t, act)
  }
}

/** A case that is being tried, as a rule about just this case would say it: «大雨 レベル４ 危険警報». */
export function situationWords(t: TFunction, { hazard, level, class: word, intensity }: Situation): string {
  const parts = [
    t(`hazard.${hazard}`),
    ...(level === null ? [] : [t(`policy.rule.levelOf.${level}`)]),
    ...(word === null ? [] : [t(`policy.rule.class.${word}`)]),
    ...(intensity === null
      ? []
      : [t('policy.test.intensityOf', { intensity: t(`policy.rule.intensity.${intensity}`) })]),
  ]
  return parts.join(t('policy.rule.space'))
}
