/** A piece of a page; whatever was put into it is escaped already. */
export type Html = { text: string }
type Piece = string | Html | readonly Html[]

const ESCAPES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }

/** A template of HTML: strings are escaped wherever they stand, pieces and lists of pieces are put in as they are. */
export function html(template: TemplateStringsArray, ...values: readonly Piece[]): Html {
  return { text: template.map((part, n) => `${part}${shown(values[n] ?? '')}`).join('') }
}

/** Markup that the server made itself, without anything from outside in it. */
export function raw(text: string): Html {
  return { text }
}

function shown(piece: Piece): string {
  if (typeof piece === 'string') return piece.replaceAll(/[&<>"']/g, (sign) => ESCAPES[sign] ?? sign)
  return 'text' in piece ? piece.text : piece.map(({ text }) => text).join('')
}
