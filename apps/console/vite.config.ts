import { fileURLToPath } from 'node:url'
import react from '@vitejs/plugin-react'
import { defineConfig, type Plugin } from 'vite'
import { woff2Only } from '../../scripts/woff2-only.ts'

const cms = 'http://127.0.0.1:8080'
const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url))

/** Has the script that fetches what the first page needs run as soon as it is there, not after all the others. */
const firstNeeds: Plugin = {
  name: 'akari-first-needs',
  apply: 'build',
  transformIndexHtml: {
    order: 'post',
    handler: (_html, { bundle = {} }) => {
      const made = Object.values(bundle).find((each) => each.type === 'chunk' && each.name === 'first-needs')
      if (made === undefined) throw new Error('the build has no first-needs')
      const attrs = { type: 'module', async: true, crossorigin: true, src: `/${made.fileName}` }
      return [{ tag: 'script', attrs, injectTo: 'head-prepend' }]
    },
  },
}

export default defineConfig({
  root: here('.'),
  plugins: [react(), firstNeeds],
  css: { postcss: { plugins: [woff2Only] } },
  build: {
    outDir: 'dist',
    emptyOutDir: true,
    target: 'es2023',
    // Files inlined as data: URLs would need a wider content security policy.
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 1500,
    rolldownOptions: { input: { index: here('index.html'), 'first-needs': here('src/app/first-needs.ts') } },
  },
  server: { proxy: { '/api': cms, '/socket.io': { target: cms, ws: true } } },
})
