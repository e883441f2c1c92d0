/** Hepburn romaji of the syllables of hiragana, two letters before one. */
const SYLLABLES: ReadonlyMap<string, string> = new Map(
  [
    'きゃ kya きゅ kyu きょ kyo しゃ sha しゅ shu しょ sho ちゃ cha ちゅ chu ちょ cho にゃ nya にゅ nyu にょ nyo',
    'ひゃ hya ひゅ hyu ひょ hyo みゃ mya みゅ myu みょ myo りゃ rya りゅ ryu りょ ryo ぎゃ gya ぎゅ gyu ぎょ gyo',
    'じゃ ja じゅ ju じょ jo びゃ bya びゅ byu びょ byo ぴゃ pya ぴゅ pyu ぴょ pyo てぃ ti でぃ di ふぁ fa ふぃ fi ふぇ fe ふぉ fo',
    'うぃ wi うぇ we うぉ wo ゔ vu しぇ she じぇ je ちぇ che',
    'あ a い i う u え e お o か ka き ki く ku け ke こ ko さ sa し shi す su せ se そ so た ta ち chi つ tsu て te と to',
    'な na に ni ぬ nu ね ne の no は ha ひ hi ふ fu へ he ほ ho ま ma み mi む mu め me も mo や ya ゆ yu よ yo',
    'ら ra り ri る ru れ re ろ ro わ wa を o ん n が ga ぎ gi ぐ gu げ ge ご go ざ za じ ji ず zu ぜ ze ぞ zo',
    'だ da ぢ ji づ zu で de ど do ば ba び bi ぶ bu べ be ぼ bo ぱ pa ぴ pi ぷ pu ぺ pe ぽ po',
    'ぁ a ぃ i ぅ u ぇ e ぉ o ゃ ya ゅ yu ょ yo',
  ]
    .join(' ')
    .split(' ')
    .flatMap((word, n, all): [string, string][] => (n % 2 === 0 ? [[word, all[n + 1] ?? '']] : [])),
)

/** How other systems write what Hepburn writes otherwise, the longer first. */
const VARIANTS: readonly [RegExp, string][] = [
  [/sy([auo])/g, 'sh$1'],
  [/ty([auo])/g, 'ch$1'],
  [/[zj]y([auo])/g, 'j$1'],
  [/si/g, 'shi'],
  [/ti/g, 'chi'],
  [/tu/g, 'tsu'],
  [/(?<![sc])hu/g, 'fu'],
  [/[zd]i/g, 'ji'],
  [/d[uz]u/g, 'zu'],
  [/tch/g, 'cch'],
  [/m(?=[bmp])/g, 'n'],
  [/nn(?=[^aiueo]|$)/g, 'n'],
]

/** Romaji in which it makes no difference by which system it is written, or whether long vowels are. */
export function plainRomaji(text: string): string {
  const hepburn = VARIANTS.reduce((so, [pattern, instead]) => so.replaceAll(pattern, instead), text)
  return hepburn
    .replaceAll(/ou|oo|oh(?![aiueo])/g, 'o')
    .replaceAll('uu', 'u')
    .replaceAll('ii', 'i')
    .replaceAll('aa', 'a')
}

/** Plain romaji of hiragana. */
export function romajiOf(kana: string): string {
  let romaji = ''
  let isDoubled = false
  for (let at = 0; at < kana.length; ) {
    const two = SYLLABLES.get(kana.slice(at, at + 2))
    const syllable = two ?? SYLLABLES.get(kana.charAt(at)) ?? ''
    if (kana.charAt(at) === 'っ') isDoubled = true
    else {
      romaji += isDoubled ? syllable.charAt(0) + syllable : syllable
      isDoubled = false
    }
    at += two !== undefined && kana.length >= at + 2 ? 2 : 1
  }
  return plainRomaji(romaji)
}
