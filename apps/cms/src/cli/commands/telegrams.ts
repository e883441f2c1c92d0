import { readFile } from 'node:fs/promises'
import { gunzipSync, inflateRawSync } from 'node:zlib'
import {
  alertsOf,
  applyVerdicts,
  emptyBook,
  gravestOf,
  type Inflate,
  judged,
  readSource,
  type SourceResult,
  verdictsOf,
} from '@akari/alerts'
import type { AlertBook, Hazard, Instant, Place } from '@akari/protocol'
import { readPlace } from '../../config/place.ts'
import type { Answer, OfflineCommand } from '../main.ts'
import { momentOf } from '../moment.ts'
import { CliError, sentence } from '../say.ts'

const INFLATE: Inflate = {
  gunzip: (bytes, maxBytes) => gunzipSync(bytes, { maxOutputLength: maxBytes }),
  inflateRaw: (bytes, maxBytes) => inflateRawSync(bytes, { maxOutputLength: maxBytes }),
}

/** `akari alerts read` and `replay`: what telegrams mean here, without a server. One answer for each file, in order. */
export const telegramCommands: Record<string, OfflineCommand> = {
  read: async ({ placeFile }, { args, flags }) => {
    const place = await readPlace(placeFile)
    const moment = flags.at === undefined ? null : momentOf(flags.at)
    return answers(args, (file, result) => readLine(file, result, place, moment))
  },
  replay: async ({ placeFile }, { args }) => {
    const place = await readPlace(placeFile)
    let book = emptyBook()
    return answers(args, (file, result) => {
      if (!result.ok) return errorLine(file, result)
      const { reportedAt } = result.reading
      book = applyVerdicts(book, verdictsOf(result.reading, place, reportedAt), reportedAt).book
      return standingLine(file, book, reportedAt)
    })
  },
}

type Line = { text: string; json: unknown }

async function answers(
  files: readonly string[],
  lineOf: (file: string, result: SourceResult) => Line,
): Promise<Answer> {
  if (files.length === 0) throw new CliError(sentence('missing', { argument: 'FILE' }))
  const lines: Line[] = []
  let failed = false
  for (const file of files) {
    const result = await readOne(file)
    failed ||= !result.ok
    lines.push(lineOf(file, result))
  }
  return { text: lines.map((line) => line.text).join('\n'), jsonLines: lines.map((line) => line.json), failed }
}

async function readOne(file: string): Promise<SourceResult> {
  const bytes = await readFile(file).catch(() => null)
  if (bytes === null) return { ok: false, error: { code: 'malformed', message: sentence('noFile', { file }) } }
  return readSource(bytes, INFLATE, file)
}

function readLine(file: string, result: SourceResult, place: Place, at: Instant | null): Line {
  if (!result.ok) return errorLine(file, result)
  const { format, code, eventId, serial, reportedAt } = result.reading
  const moment = at ?? reportedAt
  const verdict = gravestOf(verdictsOf(result.reading, place, moment).map((each) => judged(each, moment)))
  if (verdict === undefined) throw new Error(`${file}: read, but nothing was said of it`)
  const { channel, effect, level, class: kind, intensity, reason } = verdict
  const hazard = wordOf(verdict.hazard)
  const json = { file, format, code, eventId, serial, channel, effect, hazard, level, class: kind, intensity, reason }
  const shaking = intensity === null ? '' : ` ${intensity.from}–${intensity.to}`
  const gravity = `${level === null ? '' : ` L${level}`}${kind === null ? '' : ` ${kind}`}${shaking}`
  return { json, text: `${file}\t${code ?? format}\t${channel}\t${effect}\t${hazard}${gravity}\t${reason}` }
}

function standingLine(file: string, book: AlertBook, at: Instant): Line {
  const inForce = (['live', 'drill'] as const).flatMap((channel) =>
    alertsOf(book, channel, at)
      .filter((alert) => alert.phase === 'inForce')
      .map(({ hazard, level, class: kind, expiresAt }) => ({
        hazard: wordOf(hazard),
        level,
        class: kind,
        channel,
        expiresAt,
      })),
  )
  const words = inForce.map(
    ({ hazard, level, class: kind, channel, expiresAt }) =>
      `  ${channel}\t${hazard}${level === null ? '' : ` L${level}`} ${kind ?? ''}\t${expiresAt ?? ''}`,
  )
  return { json: { file, inForce }, text: [file, ...words].join('\n') }
}

function errorLine(file: string, { error }: Extract<SourceResult, { ok: false }>): Line {
  const message = `${error.code}: ${error.message}`
  return { json: { file, error: message }, text: `${file}\terror\t${message}` }
}

/** Fire and power loss are the desk's own words: of a telegram they are told as `other`. */
function wordOf(hazard: Hazard): Hazard {
  return hazard === 'fire' || hazard === 'power-loss' ? 'other' : hazard
}
