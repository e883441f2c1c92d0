import { build, type InlineConfig } from 'vite'

export type BundleOptions = {
  /** Output name (without `.js`) → source file. */
  entries: Readonly<Record<string, string>>
  outDir: string
  /** Where shared chunks go inside `outDir`, with a closing slash; code that finds files beside itself counts on it. */
  chunkFolder: string
  /** Packages that stay packages: native addons, and those that are read as files. */
  external: readonly string[]
}

/** Bundles entries for plain Node 24, everything inside but `external`. Returns the packages the output still imports. */
export async function bundle(options: BundleOptions): Promise<Set<string>> {
  const config: InlineConfig = {
    configFile: false,
    logLevel: 'warn',
    publicDir: false,
    build: {
      ssr: true,
      outDir: options.outDir,
      emptyOutDir: true,
      target: 'node24',
      minify: false,
      license: { fileName: 'THIRD-PARTY-LICENSES.md' },
      rolldownOptions: {
        input: { ...options.entries },
        external: [...options.external], // Vite's own list leaves linked workspaces inside
        output: {
          format: 'es',
          entryFileNames: '[name].js',
          chunkFileNames: `${options.chunkFolder}[name]-[hash].js`,
        },
      },
    },
    ssr: { noExternal: true, external: [...options.external] },
  }
  const output = await build(config)
  const imported = new Set<string>()
  for (const one of Array.isArray(output) ? output : [output]) {
    if (!('output' in one)) continue
    for (const chunk of one.output) {
      if (chunk.type === 'chunk') for (const name of [...chunk.imports, ...chunk.dynamicImports]) imported.add(name)
    }
  }
  return imported
}
