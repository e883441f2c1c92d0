import type { ReactElement } from 'react'
import { encode } from 'uqr'

/**
 * A QR code (error correction M, quiet zone of four modules) as one path, dark on light whatever the theme. `label`: what it is,
 * for whoever does not see it; what it holds when left out.
 */
export function QrCode({ text, label = text }: { text: string; label?: string }): ReactElement {
  const { data, size } = encode(text, { ecc: 'M', border: 4 })
  const modules = data.flatMap((row, y) => row.map((dark, x) => (dark ? `M${x} ${y}h1v1h-1z` : ''))).join('')
  return (
    <svg className="ak-qr" viewBox={`0 0 ${size} ${size}`} shapeRendering="crispEdges" role="img" aria-label={label}>
      <rect width={size} height={size} fill="#ffffff" />
      <path d={modules} fill="#1b1f23" />
    </svg>
  )
}
