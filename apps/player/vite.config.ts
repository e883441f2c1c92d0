import { fileURLToPath } from 'node:url'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'
import { woff2Only } from '../../scripts/woff2-only.ts'

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url))

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
