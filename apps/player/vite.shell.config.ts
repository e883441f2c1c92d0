import { fileURLToPath } from 'node:url'
import { builtinModules } from 'node:module'
import { readFileSync } from 'node:fs'
import type { Root } from 'postcss'
import { defineConfig } from 'vite'

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url))

const words = ['ja', 'en'].map((language) => readFileSync(here(`src/host/locales/${language}.json`), 'utf8')).join('')

/** The built-in page carries its fonts inside: only the faces that its words need. A PostCSS plugin. */
const facesInUse = {
  postcssPlugin: 'akari-faces-in-use',
  Once: (root: Root) =>
    root.walkAtRules('font-face', (face) => {
      face.walkDecls('unicode-range', ({ value }) => {
        if (![...words].some((letter) => inRange(letter.codePointAt(0) ?? 0, value))) face.remove()
      })
      face.walkDecls('src', (source) => {
        source.value = source.value.replaceAll(/,\s*url\([^)]*\.woff\)\s*format\('woff'\)/g, '')
      })
    }),
}

function inRange(codePoint: number, ranges: string): boolean {
  return ranges.split(',').some((range) => {
    const [from = '', to = from] = range.trim().replace(/^U\+/i, '').split('-')
    return codePoint >= Number.parseInt(from, 16) && codePoint <= Number.parseInt(to, 16)
  })
}

const outDir = here('dist/shell')
const electron = ['electron', ...builtinModules, /^node:/]

/**
 * Electron's side of the player, whole in two files: `main.js` and, because a sandbox loads only that, `preload.cjs`. Beside
 * them `look.js`, the look of the built-in page, which the host of Chromium loads.
 */
export default defineConfig({
  root: here('src/shell'),
  css: { postcss: { plugins: [facesInUse] } },
  builder: {
    buildApp: async (builder) => {
      for (const name of ['main', 'preload', 'look']) {
        const environment = builder.environments[name]
        if (environment !== undefined) await builder.build(environment)
      }
    },
  },
  environments: {
    main: {
      consumer: 'server',
      resolve: { noExternal: true, external: ['electron'] },
      build: {
        outDir,
        emptyOutDir: true,
        target: 'node24',
        minify: false,
        assetsInlineLimit: Number.MAX_SAFE_INTEGER,
        rolldownOptions: {
          platform: 'node',
          external: electron,
          input: here('src/shell/main.ts'),
          output: { format: 'es', entryFileNames: 'main.js', codeSplitting: false },
        },
      },
    },
    look: {
      consumer: 'server',
      build: {
        outDir,
        emptyOutDir: false,
        minify: false,
        assetsInlineLimit: Number.MAX_SAFE_INTEGER,
        rolldownOptions: {
          input: here('src/host/fallback/look.ts'),
          output: { format: 'es', entryFileNames: 'look.js' },
          preserveEntrySignatures: 'strict',
        },
      },
    },
    preload: {
      consumer: 'server',
      build: {
        outDir,
        emptyOutDir: false,
        minify: false,
        rolldownOptions: {
          external: electron,
          input: here('src/shell/preload.ts'),
          output: { format: 'cjs', entryFileNames: 'preload.cjs' },
        },
      },
    },
  },
})
