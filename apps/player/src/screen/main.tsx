import '@akari/scenes/styles.css'
import './screen.css'
import { createRoot } from 'react-dom/client'
import { anchorOf } from './clock/continued-clock.ts'
import { createGlassStore } from './glass/glass-store.ts'
import { Glass } from './glass/glass.tsx'
import { pageTime } from './glass/use-direction.ts'
import { startGuard } from './kiosk/guard.ts'
import { startHoldWatch } from './kiosk/hold-watch.ts'
import { physicalSize } from './kiosk/physical-size.ts'
import { startVisitorWatch } from './kiosk/visitor-watch.ts'
import { startAgentLink } from './link/agent-link.ts'
import { emergencyLetters } from './resources/emergency-letters.ts'
import { startFontWarming } from './resources/fonts.ts'
import { pageVoices } from './sound/page-voices.ts'
import { webSound } from './sound/web-sound.ts'
import { RestartingGlass } from './stage/restarting-glass.tsx'
import { startEmergencyWarming } from './takeover/warm-emergency.tsx'

const store = createGlassStore()
const linkUrl = new URL('link', window.location.href)
linkUrl.protocol = window.location.protocol === 'https:' ? 'wss:' : 'ws:'

const link = startAgentLink(linkUrl.href, {
  onOpen: () => {
    link.send({ type: 'screen.opened', ...physicalSize(window) })
    store.tell({ type: 'agent.connected' })
  },
  onMessage: (message) => {
    const { agentMonotonicMs } = message
    switch (message.type) {
      case 'player.state': {
        const { state: player } = message
        return store.tell({ type: 'agent.told', player, anchor: anchorOf(player, agentMonotonicMs, pageTime()) })
      }
      case 'player.clock':
        return store.tell({ ...message, type: 'agent.timed', anchor: anchorOf(message, agentMonotonicMs, pageTime()) })
      case 'player.feeds':
        return store.tell({ ...message, type: 'agent.fed', anchor: anchorOf(message, agentMonotonicMs, pageTime()) })
    }
  },
  onFault: reportFault,
})

function reportFault(code: string, detail: string): void {
  link.send({ type: 'screen.fault', code, detail: detail.slice(0, 300) })
}

window.addEventListener('error', ({ message }) => reportFault('page-error', message))
window.addEventListener('unhandledrejection', ({ reason }) => reportFault('page-rejection', String(reason)))
startGuard(document)
startVisitorWatch(document, store)
startHoldWatch(window, () => store.tell({ type: 'visitor.held', atMs: performance.now() }))
const voices = pageVoices(webSound(window), reportFault)
const fonts = startFontWarming(emergencyLetters)
startEmergencyWarming(document, fonts.ready, () => store.read().player?.programme?.display ?? null)

const root = document.getElementById('glass')
if (root === null) throw new Error('index.html has no #glass')
createRoot(root).render(
  <RestartingGlass onCrash={(error) => reportFault('glass-crashed', String(error))}>
    <Glass store={store} send={link.send} voices={voices} />
  </RestartingGlass>,
)
