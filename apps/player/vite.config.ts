import { fileURLToPath } from 'node:url'
import react from '@vitejs/plugin-react'
import type { Root } from 'postcss'
import { defineConfig } from 'vite'

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url))

/** Chromium reads WOFF2; the WOFF copies of every font would only double the files. A PostCSS plugin. */
const woff2Only = {
  postcssPlugin: 'akari-woff2-only',
  Once: (root: Root) =>
    root.walkAtRules('font-face', (face) =>
      face.walkDecls('src', (source) => {
        source.value = source.value.replaceAll(/,\s*url\([^)]*\.woff\)\s*format\('woff'\)/g, '')
      }),
    ),
}

/** The page on the glass. Nothing is inlined: the agent's Content-Security-Policy allows files from itself alone. */
export default defineConfig({
  root: here('src/screen'),
  base: './',
  plugins: [react()],
  css: { postcss: { plugins: [woff2Only] } },
  build: {
    outDir: here('dist/screen'),
    emptyOutDir: true,
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 1500,
    target: 'chrome140',
  },
})
