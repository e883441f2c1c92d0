import type { DisplayView } from '@akari/protocol'
import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { faultFamily } from './fault-family.ts'
import { asSize } from './when.ts'
import classes from './trouble-list.module.css'

const CLOCK_LIMIT_MS = 500

/** What a display complains about, in sentences. Nothing when it is well. */
export function TroubleList({ display }: { display: DisplayView }): ReactElement | null {
  const { t } = useTranslation()
  const { health } = display
  if (health === null) return null
  const lines: string[] = []
  if (health.screen === 'silent') lines.push(t('trouble.silent'))
  if (health.content.state === 'downloading') {
    lines.push(
      t('trouble.downloading', { count: health.content.filesMissing, size: asSize(health.content.bytesMissing) }),
    )
  }
  if (health.content.state === 'failing') lines.push(t('trouble.failing', { count: health.content.filesMissing }))
  const offsetMs = health.clockOffsetMs
  if (offsetMs !== null && Math.abs(offsetMs) > CLOCK_LIMIT_MS) {
    lines.push(t('trouble.clock', { seconds: (Math.abs(offsetMs) / 1000).toFixed(1) }))
  }
  for (const { code } of health.faults) {
    lines.push(t('trouble.fault', { words: t(`faultWords.${faultFamily(code)}`), code }))
  }
  if (lines.length === 0) return null
  return (
    <ul className={classes.troubles}>
      {lines.map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  )
}
