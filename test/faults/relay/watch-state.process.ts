/** Beside an agent, in its namespace: prints a JSON line each time the live state or the link changed. */
import { PlayerState } from '@akari/protocol'

const [url = ''] = process.argv.slice(2)
const EVERY_MS = 40
let last = ''
for (;;) {
  const line = await fetch(`${url}/state`).then(
    async (response) => {
      const { alerts, link, pairing } = PlayerState.parse(await response.json())
      const { revision = 0 } = alerts.live?.state ?? {}
      return JSON.stringify({ revision, link: link.state, pairing: pairing.state })
    },
    () => null,
  )
  if (line !== null && line !== last) process.stdout.write(`${line}\n`)
  last = line ?? last
  await new Promise((resolve) => setTimeout(resolve, EVERY_MS))
}
