import { readFile, rename, rm } from 'node:fs/promises'
import { writeFileAtomically } from './atomic-file.ts'
import { sha256Text } from './digest.ts'
import { faultCode } from './fault.ts'

/** What a JsonFile needs of a zod schema. */
export type Schema<T> = { safeParse: (value: unknown) => { success: true; data: T } | { success: false } }

/**
 * `mended`: the value is the second copy's, because the first was missing or damaged. `corrupt`: another checksum, not of the
 * schema or not readable at all; the file was renamed to `setAsideAs` (null when it could not be, or was better left where it is).
 */
export type Loaded<T> =
  | { state: 'ok'; value: T; mended?: true }
  | { state: 'missing' }
  | { state: 'corrupt'; setAsideAs: string | null }

/**
 * One value in one JSON file, replaced whole on the way out and parsed on the way in. The line behind it is the checksum of
 * the first, so that a flipped bit inside a text is noticed as well; a file of before it had one is read all the same. Saves run one after the other in
 * the order they were asked for. The folder must exist. With `twice` a second copy lies beside it (`.copy`), for what nobody
 * but this device has: a bad sector then costs nothing.
 */
export class JsonFile<T> {
  readonly #schema: Schema<T>
  readonly path: string
  readonly #mode: number
  readonly #copy: string | null
  #lastSave: Promise<void> = Promise.resolve()

  constructor(schema: Schema<T>, path: string, options: { mode?: number; twice?: boolean } = {}) {
    this.#schema = schema
    this.path = path
    this.#mode = options.mode ?? 0o644
    this.#copy = options.twice === true ? `${path}.copy` : null
  }

  /** Never rejects: what cannot be read must not keep its reader from starting. */
  async load(): Promise<Loaded<T>> {
    const first = await this.#read(this.path)
    if (first.state === 'ok' || this.#copy === null) return first
    const second = await this.#read(this.#copy)
    if (second.state !== 'ok') return first.state === 'missing' ? second : first
    return { ...second, mended: true }
  }

  /**
   * Resolves when the value is on the disk; rejects when it is not. The second copy is written afterwards, so that there is
   * always a whole one; what it meets rejects the save only where the first failed as well.
   */
  save(value: T): Promise<void> {
    const text = sealed(JSON.stringify(value))
    const write = (path: string) => () => writeFileAtomically(path, text, { mode: this.#mode })
    const saved = this.#lastSave.then(write(this.path), write(this.path))
    // A disk that refuses the second copy refuses the first of the next save, too, and is reported then.
    this.#lastSave = this.#copy === null ? saved : saved.then(write(this.#copy)).catch(() => undefined)
    return saved
  }

  /** Resolves when nothing is being written any more. */
  async settled(): Promise<void> {
    await this.#lastSave.catch(() => undefined)
  }

  async #read(path: string): Promise<Loaded<T>> {
    let text: string
    try {
      text = await readFile(path, 'utf8')
    } catch (error) {
      if (faultCode(error) === 'ENOENT') return { state: 'missing' }
      // A folder in its place would be in the way of every save; a bad sector or a missing right is not mended by renaming.
      return { state: 'corrupt', setAsideAs: faultCode(error) === 'EISDIR' ? await setAside(path) : null }
    }
    const parsed = this.#schema.safeParse(jsonOrUndefined(unsealed(text)))
    return parsed.success ? { state: 'ok', value: parsed.data } : { state: 'corrupt', setAsideAs: await setAside(path) }
  }
}

/**
 * Renames a file that is not what it should be to `.corrupt`, so that it is neither trusted nor lost. Only the newest is
 * kept: a fault that repeats cannot fill the disk. Null when it could not be renamed.
 */
export async function setAside(path: string): Promise<string | null> {
  const aside = `${path}.corrupt`
  try {
    await rm(aside, { recursive: true, force: true })
    await rename(path, aside)
    return aside
  } catch (error) {
    if (faultCode(error) === null) throw error
    return null
  }
}

function sealed(json: string): string {
  return `${json}\nsha256 ${sha256Text(json)}\n`
}

/** The JSON of a file; nothing where its checksum is another. */
function unsealed(text: string): string {
  const [json = '', seal = ''] = text.split('\n')
  if (!seal.startsWith('sha256 ')) return text
  return text === sealed(json) ? json : ''
}

function jsonOrUndefined(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch (error) {
    if (error instanceof SyntaxError) return undefined
    throw error
  }
}
