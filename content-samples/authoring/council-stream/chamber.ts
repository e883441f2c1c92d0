import { COLOUR } from '../motifs.ts'

export const SIZE = { width: 1280, height: 720 }
export const CLOCK = { x: 1120, y: 190, radius: 78 }
const WALL = '#E7D8BE'
const WOOD = '#B98E63'
const DARK_WOOD = '#8F6A47'

/** The chamber without anything that moves. */
export function chamberPage(fontsUrl: string): string {
  const slats = Array.from(
    { length: 33 },
    (_, i) => `<rect x="${i * 40 - 3}" y="0" width="6" height="470" fill="#DCC9A8"/>`,
  ).join('')
  const ticks = Array.from(
    { length: 12 },
    (_, i) =>
      `<rect x="-2.5" y="-66" width="5" height="${i % 3 === 0 ? 18 : 10}" transform="rotate(${i * 30})" fill="${COLOUR.ink}"/>`,
  ).join('')
  return page(
    fontsUrl,
    `<rect width="1280" height="720" fill="${WALL}"/>${slats}
    <rect x="330" y="124" width="620" height="312" rx="10" fill="#F4EBD8"/><rect x="330" y="124" width="620" height="312" rx="10" fill="none" stroke="${WOOD}" stroke-width="8"/>
    <path d="M470 236q85-64 170 0t170 0M470 276q85-64 170 0t170 0M470 316q85-64 170 0t170 0" fill="none" stroke="${COLOUR.water}" stroke-width="12" stroke-linecap="round" opacity=".75"/>
    <g transform="translate(${CLOCK.x} ${CLOCK.y})"><circle r="${CLOCK.radius + 8}" fill="${DARK_WOOD}"/><circle r="${CLOCK.radius}" fill="${COLOUR.paper}"/>${ticks}
      <path d="M0 6-34-24" stroke="${COLOUR.ink}" stroke-width="9" stroke-linecap="round"/><path d="M0 6 8-52" stroke="${COLOUR.ink}" stroke-width="6" stroke-linecap="round"/></g>
    <rect y="470" width="1280" height="250" fill="#9FB8A2"/><rect y="462" width="1280" height="14" fill="${DARK_WOOD}"/>
    <path d="M560 240q80-34 160 0V440H560Z" fill="${COLOUR.zelkova}"/>
    <path d="M300 372H980L1010 500H270Z" fill="${WOOD}"/><rect x="286" y="360" width="708" height="24" rx="8" fill="${DARK_WOOD}"/>
    ${[330, 450, 800, 920].map((x) => `<rect x="${x - 30}" y="334" width="60" height="26" rx="4" fill="${COLOUR.paper}"/>`).join('')}`,
  )
}

/** The member who is speaking, on a transparent ground. */
export function speakerPage(fontsUrl: string): string {
  return page(
    fontsUrl,
    `<g transform="translate(640 300)"><path d="M-92 160C-92 84-56 50 0 50S92 84 92 160Z" fill="#2C4A63"/><path d="M-26 50 0 96 26 50Z" fill="${COLOUR.paper}"/><path d="M-8 62h16l8 44-16 22-16-22Z" fill="${COLOUR.kingfisher}"/>
    <rect x="-18" y="18" width="36" height="40" rx="14" fill="#DDB08A"/><ellipse cy="-14" rx="46" ry="54" fill="#E8C09C"/><path d="M-48-14C-54-72-22-84 4-82 40-80 54-52 47-12 40-34 20-46-6-46-30-44-42-32-48-14Z" fill="#3B332E"/></g>`,
  )
}

/**
 * What stands in front of the speaker: lectern, microphone, the members' backs and the title of the sitting. The picture goes round once a minute
 * through all of the agenda: it names no item of it.
 */
export function foregroundPage(fontsUrl: string, title: string): string {
  const members = Array.from({ length: 7 }, (_, i) => {
    const [x, y] = [110 + i * 177, 606 + Math.abs(i - 3) * 9]
    const [coat, hair] = [['#48606F', '#5A5F63', '#2F5A4B', '#6B5A57'][i % 4], ['#4A423C', '#8D8781', '#2E2926'][i % 3]]
    return `<path d="M${x - 74} ${y + 130}C${x - 74} ${y + 20} ${x - 40} ${y + 2} ${x} ${y + 2}S${x + 74} ${y + 20} ${x + 74} ${y + 130}Z" fill="${coat}"/><ellipse cx="${x}" cy="${y - 32}" rx="36" ry="42" fill="${hair}"/>`
  }).join('')
  return page(
    fontsUrl,
    `<path d="M540 408H740L754 520H526Z" fill="${DARK_WOOD}"/><rect x="524" y="396" width="232" height="22" rx="8" fill="#6F5136"/><rect x="566" y="430" width="148" height="58" rx="6" fill="${COLOUR.paper}"/><text x="640" y="470" font-size="32" font-weight="700" text-anchor="middle" fill="${COLOUR.ink}">発言者</text>
    <path d="M604 398C600 372 606 352 616 340" fill="none" stroke="${COLOUR.ink}" stroke-width="6" stroke-linecap="round"/><rect x="610" y="326" width="16" height="26" rx="8" transform="rotate(28 618 339)" fill="${COLOUR.ink}"/>
    <path d="M-20 528Q640 476 1300 528V566Q640 514-20 566Z" fill="${WOOD}"/>${members}
    <rect x="40" y="36" width="480" height="64" rx="32" fill="${COLOUR.kingfisher}"/><circle cx="76" cy="68" r="11" fill="${COLOUR.paper}"/><text x="102" y="80" font-size="34" font-weight="700" fill="${COLOUR.paper}">小金井市議会 中継（見本）</text>
    <rect y="640" width="1280" height="80" fill="${COLOUR.ink}" opacity=".86"/><text x="40" y="692" font-size="34" font-weight="700" fill="${COLOUR.paper}">${title}</text>`,
  )
}

/** The second hand, centred in a square, so that turning the square turns the hand. */
export function secondHandPage(fontsUrl: string): string {
  return page(
    fontsUrl,
    `<g transform="translate(100 100)"><path d="M0 20V-64" stroke="${COLOUR.kingfisher}" stroke-width="4" stroke-linecap="round"/><circle r="7" fill="${COLOUR.kingfisher}"/></g>`,
  )
}

function page(fontsUrl: string, drawing: string): string {
  return `<!doctype html><html lang="ja"><meta charset="utf-8"><link rel="stylesheet" href="${fontsUrl}/biz-udpgothic/700.css">
<style>*{margin:0}body{overflow:hidden;background:transparent;font-family:'BIZ UDPGothic'}</style><svg width="1280" height="720" viewBox="0 0 1280 720" style="display:block">${drawing}</svg></html>`
}
