import type { DisplayView } from '@akari/protocol'
import { IconPlugOff } from '@tabler/icons-react'
import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import classes from './battery-mark.module.css'
import { isConnected } from './display-state.ts'

/** Says that a display runs on its battery, beside how it is otherwise; nothing for one on mains or not heard lately. */
export function BatteryMark({ display }: { display: Pick<DisplayView, 'status' | 'health'> }): ReactElement | null {
  const { t } = useTranslation()
  const power = display.health?.power
  if (!isConnected(display) || power?.source !== 'battery') return null
  const { chargePercent } = power
  return (
    <span className={classes.mark} data-testid="battery-mark">
      <IconPlugOff size={15} aria-hidden />
      {chargePercent === undefined
        ? t('fleet.onBattery')
        : t('fleet.onBatteryPercent', { percent: Math.floor(chargePercent) })}
    </span>
  )
}
