import { randomUUID } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { AlertDesk, AlertTemplate, ChannelDesk, TelegramResult } from '@akari/protocol'
import { z } from 'zod'
import type { Client } from '../client.ts'
import type { Command } from '../main.ts'
import { CliError, sentence } from '../say.ts'

/** `akari alerts …` */
export const alertCommands: Record<string, Command> = {
  ingest: async (client, { args }) => {
    const bytes = await readFile(args[0] ?? '').catch(() => {
      throw new CliError(sentence('noFile', { file: args[0] ?? '' }))
    })
    const result = await client.postRaw('/alerts/telegrams', new Uint8Array(bytes), TelegramResult)
    const where = result.channel === null ? '' : ` (${result.channel})`
    return { json: result, text: `${result.code ?? '?'}: ${result.outcome}${where} — ${result.reason}` }
  },
  raise: async (client, { args, flags }) => {
    const templateId = args[0] ?? ''
    const channel = flags.live ? 'live' : 'drill'
    const body = { channel, templateId, target: { kind: 'all' }, minutes: null, requestId: randomUUID() }
    return describe(await client.post('/alerts', body, ChannelDesk))
  },
  /** `akari alerts end ID`, or `all`: every alert in force on the channel. */
  end: async (client, { args, flags }) => {
    const channel = flags.live ? 'live' : 'drill'
    const body = { channel, as: flags.cancel ? 'cancelled' : 'cleared' }
    const before = (await client.get('/alerts/desk', AlertDesk))[channel]
    const inForce = before.alerts.filter((alert) => alert.phase === 'inForce').map((alert) => alert.id)
    let desk = before
    for (const id of args[0] === 'all' ? inForce : [args[0] ?? '']) {
      desk = await client.post(`/alerts/${encodeURIComponent(id)}/end`, body, ChannelDesk)
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
}

function describe(desk: ChannelDesk): { json: ChannelDesk; text: string } {
  const shown = desk.deliveries.filter((d) => d.status === 'shown').length
  const alerts = desk.alerts.map((a) => `  ${a.id}\t${a.phase}\t${a.words.headline.ja}`)
  const deliveries = desk.deliveries.map((d) => `  ${d.status}\t${d.name}`)
  return {
    json: desk,
    text: [
      `${desk.channel}: ${alerts.length} 件, 表示済み ${shown}/${desk.deliveries.length}`,
      ...alerts,
      ...deliveries,
    ].join('\n'),
  }
}
