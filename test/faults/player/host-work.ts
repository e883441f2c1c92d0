/** The work of host.process.ts: the real kiosk host, which also lends its parent the debugging pipe that it holds. */
import { readConfig } from '@akari/player/kiosk-browser/config'
import { startKioskBrowser } from '@akari/player/kiosk-browser/run'
import { HostAsk, type HostMessage, type HostQuestion } from './host-messages.ts'
import { pageQuestions } from './page-questions.ts'

const { browser, close } = await startKioskBrowser(readConfig())
const page = pageQuestions(browser)

function answer(question: HostQuestion): Promise<unknown> {
  switch (question.kind) {
    case 'look':
      return page.look()
    case 'clock':
      return page.shiftClock(question.shiftMs)
    case 'memory':
      return page.memory()
    case 'shows':
      return page.shows(question.text, question.limitMs)
  }
}

const tell = (message: HostMessage): void => void process.send?.(message)
process.on('message', (message) => {
  const { id, question } = HostAsk.parse(message)
  void answer(question)
    .catch(() => null) // no page, or none that answers: that is what is told
    .then((told) => tell({ kind: 'answer', id, browser: browser.pid(), answer: told }))
})
process.once('SIGTERM', () => {
  void close().then(() => process.connected && process.disconnect())
})
tell({ kind: 'started' })
