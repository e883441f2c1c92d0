import type { Root } from 'postcss'

/** Every browser that shows our pages reads WOFF2; the WOFF copies of every font would only double the files. A PostCSS plugin. */
export const woff2Only = {
  postcssPlugin: 'akari-woff2-only',
  Once: (root: Root): void => {
    root.walkAtRules('font-face', (face) => {
      face.walkDecls('src', (source) => {
        source.value = source.value.replaceAll(/,\s*url\([^)]*\.woff\)\s*format\('woff'\)/g, '')
      })
    })
  },
}
