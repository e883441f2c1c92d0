import { PAIRING_ALPHABET, PairingCode } from '@akari/protocol'

/** Letters that a code never contains, with those staff may have meant. */
const LOOK_ALIKES: Readonly<Record<string, string>> = { O: 'Q', '0': 'Q', I: 'J', '1': '7', L: '7', '5': 'S' }

type TypedCode = {
  /** As shown in the field: capitals, grouped 4-4. */
  grouped: string
  /** Characters that cannot be in a code, each with one that looks like it and can. */
  doubts: readonly { typed: string; perhaps: string | null }[]
  /** The code, once it is whole. */
  code: string | null
}

/** Reads a pairing code while it is typed. Full-width letters, lower case, spaces and hyphens are all right. */
export function readTypedCode(raw: string): TypedCode {
  const letters = [
    ...raw
      .normalize('NFKC')
      .toUpperCase()
      .replaceAll(/[^0-9A-Z]/g, ''),
  ].slice(0, 8)
  const strange = [...new Set(letters.filter((letter) => !PAIRING_ALPHABET.includes(letter)))]
  const whole = PairingCode.safeParse(letters.join(''))
  return {
    grouped: [letters.slice(0, 4).join(''), letters.slice(4).join('')].filter((half) => half !== '').join('-'),
    doubts: strange.map((typed) => ({ typed, perhaps: LOOK_ALIKES[typed] ?? null })),
    code: whole.success ? whole.data : null,
  }
}

/** 493817 → «493 817», as on the glass. */
export function groupDigits(digits: string): string {
  return `${digits.slice(0, 3)} ${digits.slice(3)}`
}
