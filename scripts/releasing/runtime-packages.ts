import { existsSync, readFileSync } from 'node:fs'
import { cp } from 'node:fs/promises'
import { join, relative } from 'node:path'

/** Sources and build recipes of native addons, maps and typings: a running server reads none of them. */
const unneeded =
  /(^|\/)(deps|src|binding\.gyp|install|index\.html|.*\.(map|d\.ts|d\.cts|d\.mts)|log\.[^/]*\.txt|[^/]*-es-bundle[^/]*)$/
/** Packages that only run when they are installed. */
const installTimeOnly = new Set(['node-addon-api', '@scarf/scarf'])

/**
 * Copies packages, and what they depend on, from the workspace into `target/node_modules`. Platform packages are those of
 * the machine that builds, so a release runs on its architecture.
 */
export async function copyRuntimePackages(names: Iterable<string>, root: string, target: string): Promise<void> {
  const done = new Set<string>()
  const waiting = [...names]
  for (let name = waiting.pop(); name !== undefined; name = waiting.pop()) {
    if (done.has(name)) continue
    done.add(name)
    const folder = join(root, 'node_modules', name)
    await cp(folder, join(target, 'node_modules', name), {
      recursive: true,
      dereference: true,
      filter: (path) => !unneeded.test(relative(folder, path)) && isOurPlatform(path),
    })
    waiting.push(...dependenciesOf(folder).filter((dependency) => isInstalled(dependency, root)))
  }
}

function isInstalled(name: string, root: string): boolean {
  return !installTimeOnly.has(name) && existsSync(join(root, 'node_modules', name))
}

function dependenciesOf(folder: string): string[] {
  const manifest: unknown = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))
  if (typeof manifest !== 'object' || manifest === null) return []
  const required = 'dependencies' in manifest ? Object.keys(manifest.dependencies ?? {}) : []
  const platform = 'optionalDependencies' in manifest ? Object.keys(manifest.optionalDependencies ?? {}) : []
  return [...required, ...platform]
}

/** better-sqlite3 carries the addons of eight platforms in one folder. */
function isOurPlatform(path: string): boolean {
  const prebuilt = /prebuilds\/([^/]+)\.node$/.exec(path)?.[1]
  return prebuilt === undefined || prebuilt === `${process.platform}-${process.arch}`
}
