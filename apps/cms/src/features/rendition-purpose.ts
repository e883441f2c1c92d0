/** How a rendition for a display of these pixels is called: assets makes it, programmes look for it. */
export function purposeFor(size: { widthPx: number; heightPx: number }): string {
  return `${size.widthPx}x${size.heightPx}`
}
