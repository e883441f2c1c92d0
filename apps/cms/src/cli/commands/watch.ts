import { pause } from '@akari/node-kit'
import { z } from 'zod'
import { CITY } from '../../config/city.ts'
import { StartupError } from '../../config/config.ts'
import { readEnvironment } from '../../config/environment.ts'
import { MAIL_VARIABLES, mailFrom } from '../../config/mail-config.ts'
import { mailer } from '../../features/fleet/mailer.ts'
import { serverWatch } from '../../features/fleet/server-watch.ts'
import type { OfflineCommand } from '../main.ts'
import { CliError, required, sentence } from '../say.ts'

const EVERY_MS = 30_000

const Address = z.url({ protocol: /^https?$/ })
const Recipients = z
  .string()
  .transform((text) => text.split(',').map((each) => each.trim()))
  .pipe(z.array(z.email()).min(1).max(20))

/** `akari watch …`: for a machine beside the server. */
export const watchCommands: Record<string, OfflineCommand> = {
  /** Runs until it is stopped; every look that finds something is a line on stderr. */
  server: async (_installation, { args, flags }) => {
    const url = Address.safeParse(required(args, 0, 'URL'))
    const to = Recipients.safeParse(flags.to ?? '')
    const mail = mailFrom(z.object(MAIL_VARIABLES).parse(readEnvironment()))
    if (!url.success) throw new CliError(sentence('missing', { argument: 'URL' }))
    if (!to.success) throw new CliError(sentence('missing', { argument: '--to' }))
    if (mail === null || mail === 'half') throw new StartupError(sentence('watchNoMail'))
    const stop = new AbortController()
    process.once('SIGTERM', () => stop.abort()).once('SIGINT', () => stop.abort())
    const say = (text: string) => process.stderr.write(`${text}\n`)
    const watch = serverWatch({
      url: url.data,
      to: to.data,
      send: mailer(mail),
      timeZone: CITY.timeZone,
      fetch,
      now: () => new Date(),
      notSent: (fault) => say(sentence('watchNotSent', { fault })),
    })
    say(sentence('watching', { url: url.data, to: to.data.join(', ') }))
    while (!stop.signal.aborted) {
      const { state, fault } = await watch.look()
      if (fault !== null) say(sentence(state === 'dead' ? 'watchDead' : 'watchMissed', { url: url.data, fault }))
      await pause(EVERY_MS, stop.signal)
    }
    return { text: '', json: null }
  },
}
