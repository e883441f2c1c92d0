import type { Language, TranscriptFormat } from '@akari/protocol'
import { type Cue, cuesOf } from './cues.ts'
import type { StoredCaption } from './stored-caption.ts'

type Line = Pick<StoredCaption, 'text' | 'speaker' | 'spokenAt' | 'isMachine'>
type Transcript = {
  title: string
  language: Language
  timeZone: string
  /** Where a moment of the day is in the recording, both in milliseconds; null: not in it. */
  recordedAt: (atMs: number) => number | null
  /** Said at the top where any line is of a machine. */
  machineNote: string
  /** Said at the top of WebVTT where lines are left out; SubRip has no place for it. */
  leftOutNote: (count: number) => string
}

/** The lines of a transcript, in order, as a text, WebVTT (W3C) or SubRip file. What was said outside the recording is in the text alone. */
export async function exported(
  format: TranscriptFormat,
  lines: readonly Line[],
  transcript: Transcript,
): Promise<string> {
  switch (format) {
    case 'txt':
      return plainTranscript(lines, transcript)
    case 'vtt':
      return webVtt(await cuesOf(lines, { ...transcript, isNamed: false }), lines, transcript)
    case 'srt':
      return subRip(await cuesOf(lines, { ...transcript, isNamed: true }))
  }
}

function plainTranscript(lines: readonly Line[], { title, language, timeZone, machineNote }: Transcript): string {
  const at = new Intl.DateTimeFormat('ja-JP', { timeZone, hour: '2-digit', minute: '2-digit', second: '2-digit' })
  const dayAt = new Intl.DateTimeFormat(language === 'ja-x-easy' ? 'ja' : language, { timeZone, dateStyle: 'full' })
  const dayOf = (line: Line) => dayAt.format(new Date(line.spokenAt))
  const body = lines.map((line, i) => {
    const before = lines[i - 1]
    const isNextDay = before !== undefined && dayOf(before) !== dayOf(line)
    const isGoingOn = before?.speaker === line.speaker && !isNextDay
    const day = isNextDay ? `\n${dayOf(line)}\n` : ''
    const speaker = isGoingOn || line.speaker === null ? '' : `\n【${line.speaker}】\n`
    return `${day}${speaker}${at.format(new Date(line.spokenAt))}  ${line.text}`
  })
  const date = lines.slice(0, 1).map(dayOf)
  return `${[title, ...date, ...noteOf(lines, machineNote), '', ...body].join('\n')}\n`
}

function subRip(cues: readonly Cue[]): string {
  return cues.map((cue, i) => `${i + 1}\n${standing(cue, ',')}\n${plain(cue.text)}\n`).join('\n')
}

function webVtt(cues: readonly Cue[], lines: readonly Line[], transcript: Transcript): string {
  const leftOut = leftOutOf(lines, transcript.recordedAt)
  const said = [...noteOf(lines, transcript.machineNote), ...(leftOut === 0 ? [] : [transcript.leftOutNote(leftOut)])]
  const notes = said.map((note) => `NOTE ${note}\n\n`)
  const body = cues.map((cue) => {
    const text = cue.speaker === null ? escaped(cue.text) : `<v ${escaped(cue.speaker)}>${escaped(cue.text)}</v>`
    return `${standing(cue, '.')}\n${text}\n\n`
  })
  return `WEBVTT - ${transcript.title.replaceAll('-->', '→')}\nLanguage: ${transcript.language}\n\n${[...notes, ...body].join('')}`
}

/** How many of the lines are in no file with times. */
export function leftOutOf(lines: readonly Line[], recordedAt: Transcript['recordedAt']): number {
  return lines.filter(({ spokenAt }) => recordedAt(Date.parse(spokenAt)) === null).length
}

function noteOf(lines: readonly Line[], note: string): string[] {
  return lines.some(({ isMachine }) => isMachine) ? [note] : []
}

/** SubRip has no way to write what players take for a command: a tag, an override in braces, an arrow. */
function plain(text: string): string {
  return text
    .replaceAll(/<(?=[a-z/])/gi, '＜')
    .replaceAll('{\\', '｛\\')
    .replaceAll('-->', '→')
}

/** Of WebVTT's cue text; an arrow would end the cue. */
function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
}

function standing({ fromMs, untilMs }: Cue, point: ',' | '.'): string {
  return `${clock(fromMs, point)} --> ${clock(untilMs, point)}`
}

/** `00:01:02.500`; hours have as many digits as they need. */
function clock(ms: number, point: ',' | '.'): string {
  const two = (n: number) => String(Math.floor(n)).padStart(2, '0')
  const [hours, minutes, seconds] = [ms / 3600_000, (ms / 60_000) % 60, (ms / 1000) % 60]
  return `${two(hours)}:${two(minutes)}:${two(seconds)}${point}${String(ms % 1000).padStart(3, '0')}`
}
