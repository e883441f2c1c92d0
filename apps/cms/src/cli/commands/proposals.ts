import { ChannelDesk, type Proposal, Proposals, REASON_LEAST } from '@akari/protocol'
import type { Client } from '../client.ts'
import type { Command } from '../main.ts'
import { CliError, required, sentence } from '../say.ts'

async function waiting(client: Client): Promise<{ all: Proposals; waiting: Proposal[] }> {
  const all = await client.get('/alerts/proposals', Proposals)
  return { all, waiting: all.proposals.filter(({ state }) => state === 'waiting') }
}

/** `akari alerts proposals` and `akari alerts approve`. */
export const proposalCommands: Record<string, Command> = {
  /** What waits for a second person, and what one person sent out alone and no administrator has seen. */
  proposals: async (client) => {
    const { all, waiting: open } = await waiting(client)
    const lines = open.map(
      ({ id, message, alert, proposedBy, expiresAt }) =>
        `${id}\t${message.channel}\t${alert.words.headline.ja}\t${proposedBy}\t→ ${expiresAt}`,
    )
    const alone = all.brokenGlass.map(({ alertId, by, reason }) => `!\t${alertId}\t${by}\t${reason}`)
    return { json: all, text: [...lines, ...alone].join('\n') || sentence('none') }
  },
  /**
   * The command line is no second person: whoever can read the data folder is known to nobody by name. It can only break
   * the glass, with a reason that is flagged everywhere.
   */
  approve: async (client, { args, flags }) => {
    const id = required(args, 0, 'ID')
    if (flags.reason === undefined) throw new CliError(sentence('approveNeedsPerson', { id }))
    const reason = flags.reason.trim()
    if ([...reason].length < REASON_LEAST) throw new CliError(sentence('reasonShort', { count: String(REASON_LEAST) }))
    const proposal = (await waiting(client)).waiting.find((each) => each.id === id)
    if (proposal === undefined) throw new CliError(sentence('noProposal', { id }))
    const desk = await client.post('/alerts/break-glass', { id, message: proposal.message, reason }, ChannelDesk)
    return {
      json: desk,
      text: sentence('brokeGlass', { channel: desk.channel, headline: proposal.alert.words.headline.ja }),
    }
  },
}
