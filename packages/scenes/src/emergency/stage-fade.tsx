import type { Stage } from '@akari/protocol'
import { type ReactElement, type ReactNode, useEffect, useState } from 'react'
import { StagePlate, type StagePlateProps } from './stage-plate.tsx'

/** A little longer than the cross-fade of the style sheet, so that the old stage is never taken away too early. */
const FADED_AFTER_MS = 450

interface StageFadeProps {
  stage: Stage
  plate: Omit<StagePlateProps, 'stage'>
  /** Stand in a corner of every stage. */
  dots: ReactNode
}

/** Draws the stage of an alert; the next one comes over it in a cross-fade, the first one stands there at once. */
export function StageFade({ stage, plate, dots }: StageFadeProps): ReactElement {
  const [layers, setLayers] = useState<{ shown: Stage; leaving: Stage | null }>({ shown: stage, leaving: null })
  if (layers.shown !== stage) setLayers({ shown: stage, leaving: layers.shown })
  const { leaving } = layers
  useEffect(() => {
    if (leaving === null) return
    const timer = setTimeout(() => setLayers({ shown: stage, leaving: null }), FADED_AFTER_MS)
    return () => clearTimeout(timer)
  }, [stage, leaving])
  return (
    <div className="ak-emergency-stage">
      <div className="ak-emergency-layer" key={stage} data-stage={stage} data-entering={leaving !== null}>
        <StagePlate {...plate} stage={stage} />
      </div>
      {leaving !== null && leaving !== stage && (
        <div className="ak-emergency-layer" key={leaving} data-leaving aria-hidden>
          <StagePlate {...plate} stage={leaving} />
        </div>
      )}
      {dots}
    </div>
  )
}
