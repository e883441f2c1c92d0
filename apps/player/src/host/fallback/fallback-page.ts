import { type Texts, textIn } from '@akari/protocol'
import en from '../locales/en.json' with { type: 'json' }
import ja from '../locales/ja.json' with { type: 'json' }

/** The look of the page: a style sheet with its fonts inside, and the exit sign as SVG. */
export type FallbackLook = { styles: string; exitSign: string }

const houses: Texts = { ja: ja.city, en: en.city }

/** Nothing is fetched and nothing runs: the page must stand when everything else has fallen. */
const policy = "default-src 'none'; style-src 'unsafe-inline'; font-src data:"

/**
 * The built-in page as HTML: whose house this is (the general word when `city` is null), the way out and an apology,
 * in Japanese and English. It has no clock, because nothing here says whether the device's time is right.
 */
export function fallbackPage(city: Texts | null, look: FallbackLook): string {
  const house = city ?? houses
  return `<!doctype html>
<html lang="ja">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<title>${escaped(house.ja)}</title>
<style>${look.styles}</style>
</head>
<body>
<header><h1>${escaped(house.ja)}</h1>${english(house)}</header>
<section>${look.exitSign}<div><p>${ja.exits}</p><p lang="en">${en.exits}</p></div></section>
<footer><p>${ja.apology}</p><p lang="en">${en.apology}</p></footer>
</body>
</html>`
}

/** The page as an address that a window can load without a file, a server or a right of any kind. */
export function fallbackUrl(city: Texts | null, look: FallbackLook): string {
  return `data:text/html;charset=utf-8;base64,${Buffer.from(fallbackPage(city, look)).toString('base64')}`
}

function english(house: Texts): string {
  const { text, language } = textIn(house, 'en')
  return language === 'en' ? `<p lang="en">${escaped(text)}</p>` : ''
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
}
