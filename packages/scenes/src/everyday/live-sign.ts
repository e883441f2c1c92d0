/** Sign languages by their tags in ISO 639-3, as a rendition names them: Japanese, American, international; `sgn` for any. */
const SIGNED = /^(?:jsl|ase|ils|sgn)(?:-|$)/i

/**
 * The playlist of the picture of who signs, of a multivariant playlist that has one: a rendition of type VIDEO in a sign language
 * (RFC 8216 §4.3.4.1), of the same origin. Null where there is none.
 */
export function signPlaylist(text: string, base: URL): string | null {
  for (const [, attributes = ''] of text.matchAll(/^#EXT-X-MEDIA:(.*)$/gm)) {
    if (!/(?:^|,)TYPE=VIDEO(?:,|$)/.test(attributes) || !SIGNED.test(valueOf(attributes, 'LANGUAGE'))) continue
    const uri = valueOf(attributes, 'URI')
    const url = uri !== '' && URL.canParse(uri, base) ? new URL(uri, base) : null
    if (url?.origin === base.origin) return url.href
  }
  return null
}

function valueOf(attributes: string, name: string): string {
  return new RegExp(`(?:^|,)${name}="([^"]*)"`).exec(attributes)?.[1] ?? ''
}
