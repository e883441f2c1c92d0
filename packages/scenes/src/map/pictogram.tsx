import type { ReactElement } from 'react'
import type { PictogramName } from './pictogram-names.ts'
import { people } from './signs/people.tsx'
import { things } from './signs/things.tsx'
import { ways } from './signs/ways.tsx'

const SIGNS: Record<PictogramName, ReactElement> = { ...people, ...ways, ...things }

interface PictogramProps {
  name: PictogramName
  size: number
  /** Struck out: not to be used now. */
  crossed?: boolean
}

/** A pictogram of `size` pixels around the point 0,0 of the SVG it is put in. */
export function Pictogram({ name, size, crossed = false }: PictogramProps): ReactElement {
  return (
    <g className="ak-pictogram" data-pictogram={name} transform={`scale(${size / 40}) translate(-20 -20)`}>
      <rect className="ak-pictogram-plate" width="40" height="40" rx="7" />
      <g className="ak-pictogram-sign">{SIGNS[name]}</g>
      {crossed && <path className="ak-pictogram-cross" d="M4 4l32 32M36 4L4 36" />}
    </g>
  )
}
