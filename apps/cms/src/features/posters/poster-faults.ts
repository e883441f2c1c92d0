import type { PosterContent, PosterDays, PosterTimes } from '@akari/protocol'
import { type Sentence, sentence } from '../../sentence.ts'
import span from '../span.texts.json' with { type: 'json' }
import texts from './posters.texts.json' with { type: 'json' }

export type PosterFault = { path: string; message: string }

/** What no template can set: days that end before they begin, the same twice. Empty when there is none. */
export function posterFaults(poster: PosterContent): PosterFault[] {
  switch (poster.template) {
    case 'event':
    case 'exhibition':
      return [...daysFaults(poster.days, 'poster.days'), ...timesFaults(poster.times, 'poster.times')]
    case 'closure':
      return [...daysFaults(poster.days, 'poster.days'), ...reopensFaults(poster)]
    case 'election':
      return [
        ...timesFaults(poster.times, 'poster.times'),
        ...poster.early.flatMap(({ days, times }, index) => [
          ...daysFaults(days, `poster.early.${index}.days`),
          ...timesFaults(times, `poster.early.${index}.times`),
        ]),
      ]
    case 'waste':
      return repeated(poster.kinds.map(({ kind }) => kind)).map((index) =>
        fault(`poster.kinds.${index}.kind`, texts.kindTwice),
      )
    case 'recruitment':
      return repeated(poster.facts.map(({ fact }) => fact)).map((index) =>
        fault(`poster.facts.${index}.fact`, texts.factTwice),
      )
    case 'notice':
    case 'counters':
      return []
  }
}

function daysFaults({ from, to }: PosterDays, path: string): PosterFault[] {
  return to === undefined || from <= to ? [] : [fault(`${path}.to`, span.endIsNotAfterStart)]
}

function timesFaults(times: PosterTimes | undefined, path: string): PosterFault[] {
  if (times?.end === undefined || times.start < times.end) return []
  return [fault(`${path}.end`, span.endIsNotAfterStart)]
}

function reopensFaults({ days, reopens }: Extract<PosterContent, { template: 'closure' }>): PosterFault[] {
  if (reopens === undefined || (days.to ?? days.from) < reopens) return []
  return [fault('poster.reopens', texts.opensWhileClosed)]
}

/** Where something stands that has stood before. */
function repeated(values: readonly string[]): number[] {
  return values.flatMap((value, index) => (values.indexOf(value) === index ? [] : [index]))
}

function fault(path: string, text: Sentence): PosterFault {
  return { path, message: sentence(text) }
}
