import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/**
 * Is every package there that npm wrote down as installed? An `npm ci` that is killed while it clears the folder away takes some
 * of them and leaves the rest, the note that all is well among them.
 */
export function isWhole(root) {
  const packages = installed(join(root, 'node_modules', '.package-lock.json'))
  return packages !== null && packages.every((folder) => existsSync(join(root, folder, 'package.json')))
}

/** Null: npm has not finished its list. */
function installed(listFile) {
  if (!existsSync(listFile)) return null
  try {
    return Object.keys(JSON.parse(readFileSync(listFile, 'utf8')).packages)
  } catch (error) {
    if (error instanceof SyntaxError) return null
    throw error
  }
}
