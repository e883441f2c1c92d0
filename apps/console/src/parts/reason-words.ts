import { useTranslation } from 'react-i18next'

const REASONS = ['not-supervised', 'no-reboot-command', 'no-panel-control', 'emergency', 'interrupted'] as const

/** Why an order was not done, in words where the display named a reason we know. */
export function useReasonWords(): (detail: string) => string {
  const { t } = useTranslation()
  return (detail) => {
    const reason = REASONS.find((each) => each === detail)
    return reason === undefined ? detail : t(`fleet.why.${reason}`)
  }
}
