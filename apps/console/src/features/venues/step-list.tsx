import type { KioskLanguage, VenueModel } from '@akari/protocol'
import { textIn as textOf, withoutRuby } from '@akari/protocol'
import type { Guidance, StepCard } from '@akari/wayfinding'
import {
  IconAlertTriangle,
  IconArrowUp,
  IconDoorExit,
  IconElevator,
  IconEscalator,
  IconMapPin,
  IconPhoneCall,
  IconStairs,
} from '@tabler/icons-react'
import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { useTextIn } from '../../parts/texts-in.ts'
import { useLevelName } from './model/use-level-name.ts'
import classes from './step-list.module.css'

const ICONS: Record<StepCard['kind'], typeof IconArrowUp> = {
  walk: IconArrowUp,
  elevator: IconElevator,
  stairs: IconStairs,
  escalator: IconEscalator,
  arrive: IconMapPin,
  exit: IconDoorExit,
  'call-staff': IconPhoneCall,
}

/** A way as cards, one for each thing to do; the one that is touched is shown on the map. */
export function StepList({
  guidance,
  model,
  language = null,
  active,
  onStep,
}: {
  guidance: Guidance
  model: VenueModel
  /** In which language the steps are told; null: in that of the console. */
  language?: KioskLanguage | null
  active: number | null
  onStep: (index: number | null) => void
}): ReactElement {
  const { t } = useTranslation()
  const ownText = useTextIn()
  const { found, reason, route, steps } = guidance
  const level = useLevelName(model)
  return (
    <section className={classes.way} aria-label={t('venues.way.steps')} aria-live="polite">
      {!found && reason !== null && (
        <p className={classes.noWay} role="status" data-testid="no-way">
          <IconAlertTriangle size={20} aria-hidden /> {t(`venues.noWay.${reason}`)}
        </p>
      )}
      {route !== null && (
        <p className={classes.sum} data-testid="way-sum">
          <b>{t('venues.way.metres', { metres: Math.round(route.metres) })}</b>
          {' · '}
          {t('venues.way.minutes', { minutes: Math.max(1, Math.round(route.seconds / 60)) })}
        </p>
      )}
      <ol className={classes.steps}>
        {steps.map((step, index) => {
          const Icon = ICONS[step.kind]
          const said = language === null ? null : textOf(step.text, language)
          return (
            <li key={`${step.kind} ${index}`}>
              <button
                type="button"
                aria-pressed={index === active}
                onClick={() => onStep(index === active ? null : index)}
                data-kind={step.kind}
                data-testid="way-step"
              >
                <Icon size={22} stroke={1.8} aria-hidden />
                <span {...(said === null ? {} : { lang: said.language })}>
                  {said === null ? ownText(step.text) : withoutRuby(said.text)}
                </span>
                <small>{level(step.levelId)}</small>
              </button>
            </li>
          )
        })}
      </ol>
    </section>
  )
}
