import { setPriority } from 'node:os'
import type { Ruby } from '@akari/protocol'
import { TokenizerBuilder } from 'lindera-wasm-nodejs-ipadic'
import { z } from 'zod'
import { LinesToRead, rubyOfWords } from './read-lines.ts'

/** The entry of the process that reads Japanese: the dictionary takes more memory than the server itself, for as long as there is something to read. */
const Word = z.object({ surface: z.string(), reading: z.string().optional() })

setPriority(10)
const builder = new TokenizerBuilder()
builder.setDictionary('embedded://ipadic')
builder.setMode('normal')
const tokenizer = builder.build()

process.on('disconnect', () => process.exit(0))
process.on('message', (message) => process.send?.(LinesToRead.parse(message).map(rubyOf)))

function rubyOf(line: string): Ruby {
  return rubyOfWords(line, Word.array().parse(tokenizer.tokenize(line)))
}
