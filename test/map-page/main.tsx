import '@akari/scenes/scenes.css'
import { Stage, VenueMap } from '@akari/scenes'
import { flushSync } from 'react-dom'
import { createRoot } from 'react-dom/client'
import './window.ts'

const place = document.querySelector('#map')
if (place === null) throw new Error('the page has no place for a map')
const root = createRoot(place)
window.picked = []
window.showMap = ({ glass, theme, map }) => {
  flushSync(() => {
    root.render(
      <Stage profile={glass} language={map?.language ?? 'ja'} theme={theme ?? 'paper'}>
        {map !== null && <VenueMap {...map} venue={window.venue} onPick={(pick) => window.picked.push(pick)} />}
      </Stage>,
    )
  })
}
document.body.dataset['ready'] = 'true'
