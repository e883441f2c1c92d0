import { parseArgs } from 'node:util'
import { durabilityFigures } from './figures.ts'

const { values } = parseArgs({
  options: {
    kills: { type: 'string', default: '200' },
    cuts: { type: 'string', default: '50' },
    seed: { type: 'string', default: String(Date.now() % 1_000_000) },
  },
})
let lost = 0
for await (const figure of durabilityFigures({
  kills: Number(values.kills),
  cuts: Number(values.cuts),
  seed: Number(values.seed),
})) {
  console.log(JSON.stringify(figure))
  if ('lost' in figure) lost += figure.lost.length
}
process.exitCode = lost === 0 ? 0 : 1
