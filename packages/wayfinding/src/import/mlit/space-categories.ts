/** IMDF categories of spaces by code (階層別屋内地理空間情報データ仕様書(案), B0xx), as far as data we have seen bear them out. */
const BY_CODE: ReadonlyMap<string, string> = new Map([
  ['B001', 'room'],
  ['B002', 'room'],
  ['B003', 'room'],
  ['B004', 'waitingroom'],
  ['B005', 'room'],
  ['B006', 'room'],
  ['B007', 'restroom.male'],
  ['B008', 'restroom.female'],
  ['B010', 'restroom'],
  ['B011', 'restroom.wheelchair'],
  ['B016', 'room'],
  ['B018', 'room'],
  ['B019', 'walkway'],
  ['B021', 'stairs'],
  ['B022', 'elevator'],
  ['B023', 'escalator'],
  ['B025', 'ramp'],
  ['B026', 'room'],
  ['B029', 'walkway'],
  ['B030', 'walkway'],
])

/** What names tell where codes do not, the most telling first. */
const BY_NAME: readonly [RegExp, string][] = [
  [/多目的|多機能|バリアフリートイレ|車いす.*トイレ/, 'restroom.wheelchair'],
  [/(男子?|紳士).*(トイレ|便所)|トイレ.*男/, 'restroom.male'],
  [/(女子?|婦人).*(トイレ|便所)|トイレ.*女/, 'restroom.female'],
  [/トイレ|便所|お手洗/, 'restroom'],
  [/授乳|ベビー/, 'mothersroom'],
  [/AED/i, 'defibrillator'],
  [/エレベ|^EV/i, 'elevator'],
  [/エスカ|^ESC/i, 'escalator'],
  [/階段/, 'stairs'],
  [/ATM/i, 'atm'],
  [/案内/, 'information'],
]

export function categoryOf(code: string | null, name: string | null): string | null {
  return (
    BY_CODE.get(code ?? '') ?? BY_NAME.find(([pattern]) => pattern.test((name ?? '').normalize('NFKC')))?.[1] ?? null
  )
}
