import { randomUUID } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { AlertDesk, AlertTemplate, ChannelDesk, TelegramResult } from '@akari/protocol'
import { z } from 'zod'
import type { Client } from '../client.ts'
import type { Command } from '../main.ts'
import { showPolicy } from './alert-policy.ts'
import { carryAlerts } from './carry.ts'
import { CliError, RefusedError, required, sentence, type TextKey } from '../say.ts'

/** `akari alerts …` */
export const alertCommands: Record<string, Command> = {
  ingest: async (client, { args }) => {
    const file = required(args, 0, 'FILE')
    const bytes = await readFile(file).catch(() => {
      throw new CliError(sentence('noFile', { file }))
    })
    const result = await client.postRaw('/alerts/telegrams', new Uint8Array(bytes), TelegramResult)
    const where = result.channel === null ? '' : ` (${result.channel})`
    return { json: result, text: `${result.code ?? '?'}: ${result.outcome}${where} — ${result.reason}` }
  },
  raise: async (client, { args, flags }) => {
    const templateId = required(args, 0, 'TEMPLATE')
    const channel = flags.live ? 'live' : 'drill'
    const body = { channel, templateId, target: { kind: 'all' }, minutes: null, requestId: randomUUID() }
    return describe(await client.post('/alerts', body, ChannelDesk).catch(unknown('noTemplate', { id: templateId })))
  },
  /** `akari alerts end ID`, or `all`: every alert in force on the channel. */
  end: async (client, { args, flags }) => {
    const which = required(args, 0, 'ID|all')
    const channel = flags.live ? 'live' : 'drill'
    const body = { channel, as: flags.cancel ? 'cancelled' : 'cleared' }
    const before = (await client.get('/alerts/desk', AlertDesk))[channel]
    const inForce = before.alerts.filter((alert) => alert.phase === 'inForce').map((alert) => alert.id)
    let desk = before
    for (const id of which === 'all' ? inForce : [which]) {
      // Of all, what ends with another (what follows an early warning) may be over before its turn.
      const gone = which === 'all' ? overAlready(desk) : unknown('noAlert', { id, channel })
      desk = await client.post(`/alerts/${encodeURIComponent(id)}/end`, body, ChannelDesk).catch(gone)
    }
    return describe(desk)
  },
  list: async (client) => {
    const desk = await client.get('/alerts/desk', AlertDesk)
    return { json: desk, text: [describe(desk.live).text, describe(desk.drill).text].join('\n') }
  },
  templates: async (client: Client) => {
    const templates = await client.get('/alerts/templates', z.array(AlertTemplate))
    return { json: templates, text: templates.map((t) => `${t.id}\t${t.words.headline.ja}`).join('\n') }
  },
  carry: carryAlerts,
  policy: showPolicy,
}

/** Says what was not found and how to find it; every other refusal goes on as it is. */
function unknown(key: TextKey, values: Record<string, string>): (err: unknown) => never {
  return (err) => {
    throw err instanceof RefusedError && err.code === 'not-found' ? new CliError(sentence(key, values)) : err
  }
}

/** Takes what is not there for ended; every other refusal goes on as it is. */
function overAlready(desk: ChannelDesk): (err: unknown) => ChannelDesk {
  return (err) => {
    if (err instanceof RefusedError && err.code === 'not-found') return desk
    throw err
  }
}

function describe(desk: ChannelDesk): { json: ChannelDesk; text: string } {
  const shown = desk.deliveries.filter((d) => d.status === 'shown' || d.status === 'seen').length
  const alerts = desk.alerts.map((a) => `  ${a.id}\t${a.phase}\t${a.words.headline.ja}`)
  const notShown = (desk.notShown ?? []).map((a) => `  ${a.id}\t${sentence('notShown')}\t${a.words.headline.ja}`)
  const deliveries = desk.deliveries.map((d) => `  ${d.status}\t${d.name}`)
  return {
    json: desk,
    text: [
      `${desk.channel}: ${alerts.length} 件, 表示済み ${shown}/${desk.deliveries.length}`,
      ...alerts,
      ...notShown,
      ...deliveries,
    ].join('\n'),
  }
}
