import { blossom, COLOUR, kingfisher, waves } from '../motifs.ts'

export const SECONDS = 12
export const SIZE = { width: 1920, height: 1080 }

/** Where the petals set out, how big and how fast they are; each crosses the picture a whole number of times per loop. */
const PETALS = Array.from({ length: 18 }, (_, i) => ({
  x: (i * 397) % 1920,
  phase: ((i * 61) % 100) / 100,
  size: 16 + ((i * 7) % 5) * 4,
  sway: 40 + ((i * 13) % 4) * 18,
}))

/** The branch, in the coordinates of a 1920 × 1080 picture. */
const BLOSSOMS: readonly (readonly [number, number, number])[] = [
  [1460, 300, 66],
  [1560, 214, 92],
  [1680, 290, 72],
  [1770, 170, 96],
  [1870, 270, 78],
  [1640, 130, 58],
  [1790, 360, 62],
  [1480, 190, 48],
  [1395, 384, 40],
  [1890, 110, 60],
  [930, 470, 40],
  [880, 424, 52],
  [980, 424, 34],
  [1560, 396, 44],
]

/** The page that draws any instant of the film: `draw(t)` with t in seconds; t = 0 and t = SECONDS are the same picture. */
export function filmPage(fontsUrl: string): string {
  const petal = `<path d="M0 0C-.5-.28-.5-.86-.16-1L0-.86.16-1C.5-.86.5-.28 0 0Z" fill="#E48CA0"/>`
  const band = (id: string, y: number, colours: readonly [string, string]): string =>
    `<g id="${id}"><g transform="scale(1.5) translate(-60 0)">${waves(y / 1.5, 7, colours)}</g></g>`
  return `<!doctype html><html lang="ja"><meta charset="utf-8"><link rel="stylesheet" href="${fontsUrl}/biz-udpgothic/700.css">
<style>*{margin:0}body{width:1920px;height:1080px;overflow:hidden;font-family:'BIZ UDPGothic'}</style>
<svg width="1920" height="1080" viewBox="0 0 1920 1080">
  <defs><linearGradient id="sky" x2="0" y2="1"><stop stop-color="${COLOUR.mist}"/><stop offset=".7" stop-color="#FBEFF0"/></linearGradient></defs>
  <rect width="1920" height="1080" fill="url(#sky)"/>
  <circle id="sun" cx="1150" cy="640" r="250" fill="#F8DFC2"/>
  <path d="M0 760C260 640 520 700 800 740 1120 786 1400 660 1920 720V1080H0Z" fill="#BFD3BE"/><path d="M0 820C360 740 760 800 1100 810 1420 820 1700 770 1920 800V1080H0Z" fill="#9CBCA0"/>
  ${band('far', 836, ['#A9CFD7', COLOUR.mist])}${band('near', 930, [COLOUR.water, '#CFE5EA'])}
  <g id="branch"><path d="M2000 330C1740 370 1500 420 1240 444 1080 458 960 450 850 470 980 470 1100 484 1260 474 1520 456 1760 430 2000 420Z" fill="${COLOUR.bark}"/>
    <path d="M1400 440C1420 360 1450 330 1460 300M1560 420C1600 330 1580 270 1560 214M1760 390C1720 300 1740 240 1770 170" fill="none" stroke="${COLOUR.bark}" stroke-width="16" stroke-linecap="round"/>
    <g id="bird">${kingfisher(1180, 452, 1.25)}</g>
    ${BLOSSOMS.map(([x, y, r], i) => blossom(x, y, r, i * 29, i % 3 === 1 ? COLOUR.paper : i % 3 === 2 ? '#F3BFCA' : '#E48CA0')).join('')}</g>
  ${PETALS.map(({ size }) => `<g class="petal"><g transform="scale(${size})">${petal}</g></g>`).join('')}
  <g id="words" fill="${COLOUR.ink}" font-weight="700"><text x="120" y="250" font-size="104">かわせみの</text><text x="120" y="390" font-size="104">暮らすまち。</text>
    <text x="124" y="490" font-size="46" fill="${COLOUR.kingfisher}">野川と桜と、小金井市。</text></g>
</svg>
<script>
const petals = ${JSON.stringify(PETALS)}, all = document.querySelectorAll('.petal'), by = (id) => document.getElementById(id), turn = 2 * Math.PI
const ease = (x) => { const c = Math.min(1, Math.max(0, x)); return 1 - (1 - c) ** 3 }
function draw(t) {
  const p = t / ${SECONDS}
  by('far').setAttribute('transform', 'translate(' + 24 * Math.sin(turn * p) + ' ' + 3 * Math.cos(turn * 2 * p) + ')')
  by('near').setAttribute('transform', 'translate(' + -34 * Math.sin(turn * p) + ' ' + 5 * Math.sin(turn * 2 * p) + ')')
  by('branch').setAttribute('transform', 'rotate(' + 0.5 * Math.sin(turn * 2 * p) + ' 1920 380)')
  by('bird').setAttribute('transform', 'rotate(' + (1.6 * Math.sin(turn * 3 * p) - 5 * (ease((t - 6) / .3) - ease((t - 7.2) / .4))) + ' 1200 450)')
  by('sun').setAttribute('cy', 640 - 14 * Math.sin(turn * p))
  const shown = ease((t - 1) / 1.2) - ease((t - ${SECONDS - 1.4}) / 1)
  by('words').setAttribute('opacity', shown); by('words').setAttribute('transform', 'translate(0 ' + 16 * (1 - ease((t - 1) / 1.2)) + ')')
  petals.forEach(({ x, phase, sway }, i) => {
    const q = (phase + p) % 1
    all[i].setAttribute('transform', 'translate(' + (x - 160 * q + sway * Math.sin(turn * (2 * q + phase))) + ' ' + (-60 + 1240 * q) + ') rotate(' + 720 * q + ')')
  })
}
</script></html>`
}
