import type { ReactElement } from 'react'
import { BoardScreen } from './board-screen.tsx'
import { ErrandsScreen } from './errands-screen.tsx'
import { FaqScreen, FaqsScreen } from './faqs-screen.tsx'
import { FloorsScreen } from './floors-screen.tsx'
import type { KioskScreen } from '../flow.ts'
import { HomeScreen } from './home-screen.tsx'
import { NearestScreen } from './nearest-screen.tsx'
import { PlaceScreen } from './place-screen.tsx'
import { RecordingScreen } from '../archive/recording-screen.tsx'
import { RecordingsScreen } from '../archive/recordings-screen.tsx'
import { RouteScreen } from './route-screen.tsx'
import { SaidScreen } from '../archive/said-screen.tsx'
import { SearchScreen } from './search-screen.tsx'
import { SheltersScreen } from './shelters-screen.tsx'

/** The screen that a visit is at, drawn. */
export function ScreenOf({ screen }: { screen: KioskScreen }): ReactElement {
  switch (screen.at) {
    case 'home':
      return <HomeScreen />
    case 'errands':
      return <ErrandsScreen />
    case 'floors':
      return <FloorsScreen levelId={screen.levelId} />
    case 'search':
      return <SearchScreen typed={screen.typed} />
    case 'nearest':
      return <NearestScreen />
    case 'faqs':
      return <FaqsScreen />
    case 'faq':
      return <FaqScreen id={screen.id} />
    case 'board':
      return <BoardScreen kind={screen.kind} />
    case 'shelters':
      return <SheltersScreen />
    case 'place':
      return <PlaceScreen id={screen.id} errandId={screen.errandId} />
    case 'route':
      return <RouteScreen goal={screen.goal} step={screen.step} />
    case 'recordings':
      return <RecordingsScreen />
    case 'recording':
      return <RecordingScreen key={screen.id} id={screen.id} atMs={screen.atMs} />
    case 'said':
      return <SaidScreen id={screen.id} typed={screen.typed} />
  }
}
