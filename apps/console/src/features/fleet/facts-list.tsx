import type { DisplayView } from '@akari/protocol'
import {
  IconBattery2,
  IconClock,
  IconCpu,
  IconDatabase,
  IconDeviceTv,
  IconFiles,
  IconHourglass,
  IconPlayerPlay,
  IconTemperature,
  IconTopologyStar3,
  IconWifi,
} from '@tabler/icons-react'
import type { ComponentType, ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { useWhen } from '../../parts/when.ts'
import classes from './display.module.css'
import { factsOf, type Fact, type FactName } from './health-facts.ts'

const ICONS: Record<FactName, ComponentType<{ size?: number; stroke?: number; 'aria-hidden'?: boolean }>> = {
  screen: IconPlayerPlay,
  content: IconFiles,
  link: IconWifi,
  neighbours: IconTopologyStar3,
  clock: IconClock,
  power: IconBattery2,
  panel: IconDeviceTv,
  storage: IconDatabase,
  memory: IconCpu,
  temperature: IconTemperature,
  uptime: IconHourglass,
}

/** What the device told of itself, part by part; each says by shape, word and colour how it is. */
export function HealthFacts({ display }: { display: DisplayView }): ReactElement {
  return (
    <ul className={classes.facts}>
      {factsOf(display).map((fact) => (
        <OneFact key={fact.name} fact={fact} />
      ))}
    </ul>
  )
}

function OneFact({ fact }: { fact: Fact }): ReactElement {
  const { t } = useTranslation()
  const when = useWhen()
  const Icon = ICONS[fact.name]
  const at = fact.moment === undefined ? {} : { at: when.dayAndTime(fact.moment) }
  return (
    <li className={classes.fact} data-tone={fact.tone} data-testid={`fact-${fact.name}`}>
      <Icon size={22} stroke={1.6} aria-hidden />
      <div>
        <h3>{t(`fleet.part.${fact.name}`)}</h3>
        <p>{t(`fleet.fact.${fact.word}`, { ...fact.values, ...at })}</p>
        {fact.share !== undefined && (
          <div className={classes.bar} aria-hidden>
            <div style={{ width: `${Math.round(fact.share * 100)}%` }} />
          </div>
        )}
      </div>
      <span className={classes.tone}>{t(`fleet.tone.${fact.tone}`)}</span>
    </li>
  )
}
