import type { ReactElement } from 'react'
import { WallPage } from '../features/displays/wall-page.tsx'
import { WhyDrawer } from '../features/why/why-drawer.tsx'

/** The home page: the wall of displays, each of which can be asked why it shows what it shows. */
export function HomePage(): ReactElement {
  return <WallPage SayWhy={WhyDrawer} />
}
