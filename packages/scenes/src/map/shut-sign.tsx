import type { ReactElement } from 'react'

/** 進入禁止 after the manner of JIS Z 8210: a bar across a round plate, `size` pixels wide around the point 0,0. */
export function ShutSign({ size }: { size: number }): ReactElement {
  return (
    <g className="ak-shut-sign" transform={`scale(${size / 40})`}>
      <circle className="ak-shut-edge" r="20" />
      <circle className="ak-shut-plate" r="18" />
      <rect className="ak-shut-bar" x="-11" y="-3.6" width="22" height="7.2" rx="1" />
    </g>
  )
}
