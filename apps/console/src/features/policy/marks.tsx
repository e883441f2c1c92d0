import type { PolicyAct, PolicyRule, Stage } from '@akari/protocol'
import { IconBell, IconBellOff, IconBellRinging, IconVolume } from '@tabler/icons-react'
import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { useRuleWords } from './rule-words.ts'
import classes from './marks.module.css'

/** What is heard, as a sign and in words. */
export function SoundMark({ act }: { act: PolicyAct }): ReactElement {
  const words = useRuleWords()
  return (
    <span className={classes.sound}>
      {chimeSign(act.sound.chime)}
      {act.sound.speak && <IconVolume size={18} stroke={1.8} aria-hidden />}
      <span>{words.sound(act)}</span>
    </span>
  )
}

function chimeSign(chime: PolicyAct['sound']['chime']): ReactElement {
  const look = { size: 18, stroke: 1.8, 'aria-hidden': true } as const
  switch (chime) {
    case 'none':
      return <IconBellOff {...look} />
    case 'notice':
      return <IconBell {...look} />
    case 'warning':
    case 'urgent':
      return <IconBellRinging {...look} />
  }
}

/** S1 to S4 as small steps; those the rule leaves out are faint. */
export function StageSteps({ rule }: { rule: PolicyRule }): ReactElement {
  const { t } = useTranslation()
  const words = useRuleWords()
  const { stages } = rule.act
  return (
    <span className={classes.stages} role="img" aria-label={words.stages(rule.act)} title={words.stages(rule.act)}>
      {stages.length === 0 ? (
        <span className={classes.noStages}>{t('policy.rule.noStages')}</span>
      ) : (
        STAGES.map((stage) => (
          <i key={stage} data-used={stages.some((each) => each.stage === stage) || undefined}>
            S{STAGES.indexOf(stage) + 1}
          </i>
        ))
      )}
    </span>
  )
}

/** In the order in which they follow each other. */
export const STAGES: readonly Stage[] = ['protect', 'situation', 'route', 'shelters']
