import { blossom, COLOUR, disc, kingfisher, leaf } from '../motifs.ts'

export function tax(): string {
  const days = Array.from({ length: 28 }, (_, i) => i + 1)
  const cells = days.map((day) => {
    const [column, row] = [(day + 0) % 7, Math.floor((day + 0) / 7)]
    const [x, y] = [262 + column * 80, 480 + row * 84]
    const due = day === 1
    return `${due ? `<circle cx="${x}" cy="${y - 13}" r="44" fill="${COLOUR.kingfisher}"/>` : ''}<text x="${x}" y="${y}" font-size="38" font-weight="700" text-anchor="middle" fill="${due ? COLOUR.paper : column === 0 || column === 6 ? '#A9A39A' : COLOUR.ink}">${day}</text>`
  })
  return `<circle cx="500" cy="520" r="440" fill="${COLOUR.mist}"/>
    <rect x="186" y="226" width="640" height="660" rx="28" fill="#0B3E4F" opacity=".12"/><rect x="170" y="206" width="640" height="660" rx="28" fill="#fff"/>
    <path d="M170 234a28 28 0 0 1 28-28H782a28 28 0 0 1 28 28V366H170Z" fill="${COLOUR.kingfisher}"/><text x="490" y="322" font-size="92" font-weight="700" text-anchor="middle" fill="${COLOUR.paper}">2月</text>
    ${[300, 490, 680].map((x) => `<rect x="${x - 13}" y="160" width="26" height="92" rx="13" fill="${COLOUR.ink}"/>`).join('')}
    ${['日', '月', '火', '水', '木', '金', '土'].map((day, i) => `<text x="${262 + i * 80 - 0}" y="422" font-size="26" text-anchor="middle" fill="#8A857C">${day}</text>`).join('')}${cells.join('')}
    ${[0, 1, 2].map((i) => `<ellipse cx="800" cy="${880 - i * 38}" rx="98" ry="34" fill="#C98D55"/><ellipse cx="800" cy="${868 - i * 38}" rx="98" ry="34" fill="${COLOUR.amber}"/>`).join('')}<ellipse cx="800" cy="792" rx="62" ry="19" fill="none" stroke="#C98D55" stroke-width="7"/>${kingfisher(800, 776, 0.62)}`
}

/** Bags and boxes for the three kinds of waste, each with its sign and sprouting new leaves. */
export function waste(): string {
  const bag = (x: number, fill: string, sign: string): string => `<g transform="translate(${x} 0)">
    <path d="M-40 520C-120 556-146 680-138 800-134 858-104 880-60 880H60C104 880 134 858 138 800 146 680 120 556 40 520Z" fill="${fill}"/>
    <path d="M-40 520C-70 486-66 458-40 444-18 466 18 466 40 444 66 458 70 486 40 520 16 510-16 510-40 520Z" fill="${fill}"/><path d="M-46 522q46-22 92 0" fill="none" stroke="${COLOUR.paper}" stroke-width="12" stroke-linecap="round"/>
    <circle cx="0" cy="706" r="82" fill="${COLOUR.paper}"/>${sign}</g>`
  const flame = `<path d="M0 640C34 676 54 700 54 732A54 54 0 0 1-54 732C-54 706-38 694-30 674-22 690-14 694-8 694-14 676-12 656 0 640Z" fill="${COLOUR.amber}"/>`
  const plastic = `<path d="M-22 650h44v20l16 26v58a16 16 0 0 1-16 16h-44a16 16 0 0 1-16-16v-58l16-26Z" fill="${COLOUR.kingfisher}"/><path d="M-38 706h76v32h-76Z" fill="${COLOUR.water}"/>`
  const loop = `<g fill="none" stroke="${COLOUR.zelkova}" stroke-width="15" stroke-linejoin="round"><path d="M-44 728A48 48 0 0 1 14 660"/><path d="M44 684A48 48 0 0 1-14 752"/></g><path d="M6 632 50 668-2 692ZM-6 780-50 744 2 720Z" fill="${COLOUR.zelkova}"/>`
  return `${disc('#D3E2CC', '<path d="M0 850H1000V1000H0Z" fill="#BCD2B3"/>')}
    ${[
      [240, -24, 1],
      [500, 0, 1.3],
      [760, 22, 1],
    ]
      .map(
        ([x = 0, turn = 0, size = 1]) =>
          `<path d="M${x} 470V${400 - size * 40}" stroke="${COLOUR.zelkova}" stroke-width="12" stroke-linecap="round"/>${leaf(x, 420 - size * 40, 150 * size, turn - 30, COLOUR.zelkova)}${leaf(x, 400 - size * 40, 160 * size, turn + 34, COLOUR.leaf)}`,
      )
      .join('')}
    ${bag(240, '#E6B98D', flame)}${bag(500, '#69AFBD', plastic)}${bag(760, '#7BA583', loop)}`
}

export function checkup(): string {
  return `<circle cx="500" cy="500" r="420" fill="${COLOUR.petal}"/>
    <path d="M500 806C300 672 200 560 200 430 200 330 276 262 362 262 420 262 470 292 500 342 530 292 580 262 638 262 724 262 800 330 800 430 800 560 700 672 500 806Z" fill="${COLOUR.cherry}"/>
    <path d="M100 520H370L412 430 470 620 522 470 552 520H640" fill="none" stroke="${COLOUR.paper}" stroke-width="22" stroke-linecap="round" stroke-linejoin="round"/>
    <path d="M640 520C760 520 820 590 812 690 806 780 720 800 700 730" fill="none" stroke="${COLOUR.kingfisher}" stroke-width="22" stroke-linecap="round"/><circle cx="696" cy="704" r="52" fill="${COLOUR.kingfisher}"/><circle cx="696" cy="704" r="27" fill="${COLOUR.paper}"/>
    ${blossom(230, 250, 62, 12, '#E48CA0')}${blossom(802, 232, 48, 30, COLOUR.paper)}${blossom(190, 720, 44, 50, COLOUR.paper)}${leaf(300, 190, 90, 70, COLOUR.leaf)}${leaf(780, 870, 100, -60, COLOUR.leaf)}`
}

export function mynumber(): string {
  const line = (x: number, y: number, width: number, fill: string): string =>
    `<rect x="${x}" y="${y}" width="${width}" height="22" rx="11" fill="${fill}"/>`
  return `<circle cx="520" cy="500" r="430" fill="#0F8299"/><circle cx="720" cy="260" r="118" fill="#F3D9B4"/>
    ${Array.from({ length: 12 }, (_, i) => `<path d="M720 104v-42" transform="rotate(${i * 30} 720 260)" stroke="#F3D9B4" stroke-width="14" stroke-linecap="round"/>`).join('')}
    <g transform="rotate(-8 480 560)"><rect x="146" y="372" width="690" height="436" rx="38" fill="#08475A" opacity=".5"/><rect x="130" y="352" width="690" height="436" rx="38" fill="${COLOUR.paper}"/>
    <path d="M130 390a38 38 0 0 1 38-38H782a38 38 0 0 1 38 38V442H130Z" fill="${COLOUR.cherry}"/>${blossom(210, 397, 30, 0, COLOUR.paper)}${line(262, 386, 220, COLOUR.paper)}
    <rect x="180" y="490" width="190" height="236" rx="18" fill="${COLOUR.mist}"/><circle cx="275" cy="576" r="50" fill="${COLOUR.kingfisher}"/><path d="M195 726C198 660 232 638 275 638S352 660 355 726Z" fill="${COLOUR.kingfisher}"/>
    ${line(420, 500, 300, COLOUR.ink)}${line(420, 552, 340, '#C9C3B8')}${line(420, 594, 260, '#C9C3B8')}${line(420, 636, 320, '#C9C3B8')}
    <rect x="664" y="668" width="104" height="76" rx="14" fill="${COLOUR.amber}"/><path d="M664 706h104M698 668v76M734 668v76" stroke="#B97C42" stroke-width="5"/></g>${kingfisher(330, 372, 0.66, true)}`
}
