import type { ReactElement } from 'react'
import { CaptionsPanel } from '../features/captions/captions-panel.tsx'
import { ClerkPage as Clerk } from '../features/sittings/clerk-page.tsx'

/** The clerk's page of a sitting with what is said in it beside: two features that know nothing of each other. */
export function ClerkPage(): ReactElement {
  return <Clerk Captions={CaptionsPanel} />
}
