/** A name to show beside an asset: the last part of whatever path was sent, without control or bidi characters. */
export function safeFilename(claimed: string): string {
  const last = claimed.split(/[/\\]/).at(-1) ?? ''
  const shown = last
    .normalize('NFC')
    .replaceAll(/[\p{Cc}\p{Cf}\p{Cs}]/gu, '')
    .trim()
  return shown === '' || shown === '.' || shown === '..' ? 'file' : shown.slice(0, 200)
}
