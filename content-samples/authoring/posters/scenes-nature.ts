import { blossom, COLOUR, disc, kingfisher, lantern, leaf, waves } from '../motifs.ts'

/** Blossoms of a branch: x, y, radius, turn. */
const BRANCH: readonly (readonly [number, number, number, number])[] = [
  [664, 300, 62, 55],
  [742, 206, 86, 0],
  [846, 272, 68, 30],
  [905, 160, 82, 12],
  [650, 190, 46, 33],
  [812, 104, 54, 48],
  [940, 330, 50, 20],
  [610, 372, 40, 5],
  [730, 330, 38, 62],
  [880, 60, 44, 20],
  [222, 372, 40, 0],
  [170, 420, 52, 24],
  [262, 428, 36, 40],
  [690, 96, 38, 8],
]

export function sakura(): string {
  const fallen = [
    [220, 560, 26],
    [350, 640, 20],
    [300, 500, 18],
    [520, 590, 22],
    [760, 560, 24],
    [650, 500, 18],
    [830, 460, 18],
  ]
  return `${disc('#FCEBEE', `<g transform="translate(0 -40)">${waves(770, 9, ['#A9CFD7', COLOUR.mist])}</g>`)}
    <path d="M1100 250C930 300 780 330 640 352 500 372 360 374 200 404 360 400 500 408 640 392 800 376 960 350 1100 330Z" fill="${COLOUR.bark}"/>
    <path d="M700 350C670 300 655 240 650 190 660 150 676 120 690 96M860 316C830 250 800 190 812 100M960 296C930 240 905 200 900 150" fill="none" stroke="${COLOUR.bark}" stroke-width="15" stroke-linecap="round"/>
    ${kingfisher(420, 384, 1.02)}
    ${BRANCH.map(([x, y, r, t], i) => blossom(x, y, r, t, i % 3 === 1 ? COLOUR.paper : i % 3 === 2 ? '#F3BFCA' : '#E48CA0')).join('')}
    ${fallen.map(([x = 0, y = 0, r = 0], i) => `<path d="M0 0C-.5-.28-.5-.86-.16-1L0-.86.16-1C.5-.86.5-.28 0 0Z" transform="translate(${x} ${y}) rotate(${i * 67}) scale(${r * 1.3})" fill="#E48CA0"/>`).join('')}`
}

export function festival(): string {
  const rays = (x: number, y: number, radius: number, colour: string): string =>
    Array.from({ length: 16 }, (_, i) => {
      const angle = (i * Math.PI) / 8
      const [dx, dy] = [Math.cos(angle), Math.sin(angle)]
      return `<path d="M${x + dx * radius * 0.34} ${y + dy * radius * 0.34}L${x + dx * radius * 0.8} ${y + dy * radius * 0.8}" stroke="${colour}" stroke-width="7" stroke-linecap="round"/><circle cx="${x + dx * radius}" cy="${y + dy * radius}" r="7" fill="${colour}"/>`
    }).join('')
  const hills = `<defs><linearGradient id="dusk" x2="0" y2="1"><stop stop-color="#14596B"/><stop offset="1" stop-color="${COLOUR.deep}"/></linearGradient></defs><path d="M-1300 960C-900 860-500 900-200 860 0 832 200 850 420 900 660 950 900 840 1400 850V960H-1300Z" fill="url(#dusk)"/>`
  const trees = [
    [150, 800, 62],
    [232, 826, 46],
    [770, 820, 78],
    [872, 810, 56],
    [950, 800, 70],
  ]
    .map(
      ([x = 0, y = 0, r = 0]) =>
        `<path d="M${x} ${y}v84" stroke="#2B4A35" stroke-width="14"/><circle cx="${x}" cy="${y - r * 0.4}" r="${r}" fill="#2F5A3E"/>`,
    )
    .join('')
  return `${rays(270, 250, 120, COLOUR.cherry)}${rays(730, 170, 92, COLOUR.water)}${hills}${trees}
    <path d="M-60 330C200 470 520 500 1060 300" fill="none" stroke="${COLOUR.paper}" stroke-opacity=".7" stroke-width="5"/>
    ${lantern(175, 455, 150, COLOUR.cherry, COLOUR.deep, 'こ')}${lantern(345, 500, 150, COLOUR.paper, COLOUR.kingfisher, 'が')}
    ${lantern(515, 508, 150, '#F0CDA8', COLOUR.deep, 'ね')}${lantern(685, 488, 150, COLOUR.paper, COLOUR.kingfisher, 'い')}${lantern(850, 440, 150, COLOUR.cherry, COLOUR.deep, '祭')}`
}

export function reading(): string {
  const leaves = [
    [500, 400, 150, 0],
    [405, 420, 124, -38],
    [600, 418, 124, 38],
    [320, 380, 96, -66],
    [690, 372, 96, 64],
    [440, 280, 96, -16],
    [575, 268, 92, 22],
    [505, 220, 78, 4],
    [350, 270, 74, -44],
    [660, 262, 74, 50],
  ]
  const stars = [
    [200, 200],
    [290, 130],
    [760, 330],
    [840, 200],
    [690, 120],
    [170, 400],
    [880, 430],
  ]
  return `<circle cx="700" cy="230" r="150" fill="#F1E3C8"/><circle cx="640" cy="196" r="140" fill="${COLOUR.zelkova}"/>
    ${stars.map(([x, y]) => `<circle cx="${x}" cy="${y}" r="7" fill="#F1E3C8"/>`).join('')}
    <path d="M500 690V330" stroke="#C9A27A" stroke-width="16" stroke-linecap="round"/>
    ${leaves.map(([x = 0, y = 0, l = 0, t = 0], i) => leaf(x, y + 60, l * 1.25, t, i % 3 === 0 ? '#B9CDA9' : i % 3 === 1 ? COLOUR.leaf : '#DCE6CF')).join('')}
    <path d="M500 700C410 640 270 628 130 656V848C270 820 410 834 500 890 590 834 730 820 870 848V656C730 628 590 640 500 700Z" fill="#2C4E37"/>
    <path d="M500 690C420 624 290 606 150 630V820C290 800 420 814 500 872Z" fill="${COLOUR.paper}"/><path d="M500 690C580 624 710 606 850 630V820C710 800 580 814 500 872Z" fill="${COLOUR.sand}"/>
    ${[0, 1, 2, 3].map((i) => `<path d="M200 ${676 + i * 36}C290 ${662 + i * 36} 380 ${676 + i * 36} 454 ${718 + i * 36}M546 ${718 + i * 36}C620 ${676 + i * 36} 710 ${662 + i * 36} 800 ${676 + i * 36}" fill="none" stroke="#B7A88C" stroke-width="7" stroke-linecap="round"/>`).join('')}`
}

export function heat(): string {
  return `${disc('#C7E3E9', `<circle cx="740" cy="250" r="150" fill="#F6E3CB"/>${waves(800, 6, ['#9FCFD9', COLOUR.paper])}`)}
    <path d="M330 60v100" stroke="${COLOUR.bark}" stroke-width="6"/><path d="M180 300C180 190 240 150 330 150S480 190 480 300C480 330 462 350 440 350H220C198 350 180 330 180 300Z" fill="#fff" fill-opacity=".72" stroke="${COLOUR.kingfisher}" stroke-width="8"/>
    <path d="M196 290C260 262 400 262 464 290" fill="none" stroke="${COLOUR.cherry}" stroke-width="16" stroke-linecap="round"/>${blossom(270, 240, 34, 10)}${blossom(380, 228, 42, 40)}
    <path d="M330 350v90" stroke="${COLOUR.bark}" stroke-width="6"/><circle cx="330" cy="392" r="17" fill="${COLOUR.kingfisher}"/>
    <path d="M286 440h88v210l-44 26-44-26Z" fill="${COLOUR.kingfisher}"/><text x="330" y="520" font-size="62" font-weight="700" text-anchor="middle" fill="${COLOUR.paper}">涼</text><path d="M306 560q12-14 24 0t24 0M306 590q12-14 24 0t24 0" fill="none" stroke="${COLOUR.paper}" stroke-width="6" stroke-linecap="round"/>
    <path d="M560 480H830L796 860C794 880 780 892 760 892H630C610 892 596 880 594 860Z" fill="#fff" fill-opacity=".8" stroke="${COLOUR.kingfisher}" stroke-width="8"/><path d="M572 590H818L794 856C793 870 782 878 768 878H622C608 878 597 870 596 856Z" fill="#C98D55"/>
    <rect x="606" y="550" width="92" height="92" rx="16" transform="rotate(-14 652 596)" fill="#fff" fill-opacity=".66"/><rect x="700" y="572" width="84" height="84" rx="15" transform="rotate(18 742 614)" fill="#fff" fill-opacity=".5"/>
    <path d="M716 470 776 330" stroke="${COLOUR.zelkova}" stroke-width="20" stroke-linecap="round"/>`
}
