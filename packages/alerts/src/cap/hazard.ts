import type { Hazard } from '@akari/protocol'
import { comparable } from '../xml/element.ts'
import type { CapInfo } from './cap-alert.ts'

/** The first that fits names the hazard; what a word of another is part of stands before it. */
const WORDS: readonly (readonly [Hazard, RegExp])[] = [
  ['earthquake-early-warning', /緊急地震速報|earthquake early warning|긴급지진속보|紧急地震速报|緊急地震速報/],
  ['evacuation', /避難|緊急安全確保|避难|紧急安全确保|피난|대피|긴급안전확보|evacuat|emergency safety measures/],
  ['nankai-trough', /南海トラフ|nankai trough/],
  ['tsunami', /津波|tsunami|海啸|쓰나미|지진해일/],
  ['linear-rainband', /線状降水帯|linear (precipitation|rain ?band)/],
  ['record-rain', /記録的短時間大雨|record.{0,12} (heavy )?rain/],
  ['landslide', /土砂|landslide|mud ?slide|debris flow|山体滑坡|산사태/],
  ['storm-surge', /高潮|storm surge|storm tide|coastal flood/],
  ['flood', /洪水|氾濫|浸水|flood|inundation|홍수/],
  ['tornado', /竜巻|突風|tornado/],
  ['thunder', /雷|thunder|lightning/],
  ['snow-storm', /暴風雪|blizzard|snow ?storm/],
  ['heavy-snow', /大雪|heavy snow|snowfall/],
  ['heavy-rain', /大雨|豪雨|heavy rain|rain ?storm|rainfall|호우/],
  ['high-waves', /波浪|高波|high (wave|surf)/],
  ['heat', /熱中症|猛暑|高温|\bheat\b/],
  ['dry', /乾燥|fire weather|red flag|dry air/],
  ['storm', /暴風|強風|台風|storm|typhoon|hurricane|cyclone|gale|\bwind|태풍|台风/],
  ['fog', /濃霧|\bfog\b/],
  ['volcano', /噴火|火山|降灰|volcan|ash ?fall/],
  ['earthquake', /地震|earthquake|seismic|지진/],
  ['fire', /火災|火事|\bfire\b|wildfire/],
  ['power-loss', /停電|power (outage|failure)|blackout/],
]

/** What threatens: told by the event, else by its codes, else by the headline, else by the category. */
export function hazardOf(infos: readonly CapInfo[]): Hazard {
  return (
    named(infos.map((info) => info.event)) ??
    named(infos.flatMap((info) => info.eventCodes.map(({ value }) => value))) ??
    named(infos.map((info) => info.headline ?? '')) ??
    (infos.some((info) => info.categories.includes('Fire')) ? 'fire' : 'other')
  )
}

function named(texts: readonly string[]): Hazard | null {
  const known = texts.map((text) => comparable(text).toLowerCase())
  return WORDS.find(([, word]) => known.some((text) => word.test(text)))?.[0] ?? null
}
