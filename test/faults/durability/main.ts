import { parseArgs } from 'node:util'
import { durabilityFigures } from './figures.ts'

const { values } = parseArgs({
  options: {
    kills: { type: 'string', default: '200' },
    cuts: { type: 'string', default: '50' },
    flips: { type: 'string', default: '200' },
    seed: { type: 'string', default: String(Date.now() % 1_000_000) },
  },
})
let broken = 0
for await (const figure of durabilityFigures({
  kills: Number(values.kills),
  cuts: Number(values.cuts),
  flips: Number(values.flips),
  seed: Number(values.seed),
})) {
  console.log(JSON.stringify(figure))
  if ('lost' in figure) broken += figure.lost.length
  if ('unnoticed' in figure) broken += figure.unnoticed.length + figure.shown.length
}
process.exitCode = broken === 0 ? 0 : 1
