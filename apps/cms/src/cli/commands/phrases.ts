import { LanguageReview } from '@akari/protocol'
import { z } from 'zod'
import type { Command } from '../main.ts'
import { sentence } from '../say.ts'

/** `akari phrases`: which languages of the emergency texts live alerts speak, by whose word, and what waits. */
const list: Command = async (client) => {
  const languages = await client.get('/phrases', z.array(LanguageReview))
  return { json: languages, text: languages.map(lineOf).join('\n') }
}

export const phraseCommands: Record<string, Command> = { '': list, list }

/** Language, state, phrases nobody stands for of how many, who and when. */
function lineOf({ language, state, phrases, waiting, openReports }: LanguageReview): string {
  const reports = openReports === 0 ? [] : [sentence('phraseReports', { count: String(openReports) })]
  return [language, state.is, `${waiting}/${phrases}`, whoOf(state), ...reports].join('\t')
}

function whoOf(state: LanguageReview['state']): string {
  switch (state.is) {
    case 'always':
      return sentence('phrasesAlways')
    case 'confirmed':
    case 'held':
    case 'changed': {
      const { name, capacity, at } = state.confirmation
      return `${name}（${capacity}） ${at}`
    }
    case 'waiting': {
      const withdrawn = state.withdrawn?.withdrawn
      if (withdrawn == null) return sentence('none')
      return sentence('phrasesWithdrawn', { by: withdrawn.by, at: withdrawn.at, reason: withdrawn.reason })
    }
  }
}
