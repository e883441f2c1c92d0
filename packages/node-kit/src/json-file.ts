import { readFile, rename } from 'node:fs/promises'
import { writeFileAtomically } from './atomic-file.ts'
import { faultCode } from './fault.ts'

/** What a JsonFile needs of a zod schema. */
export type Schema<T> = { safeParse: (value: unknown) => { success: true; data: T } | { success: false } }

/** `corrupt`: not JSON or not of the schema; the file was renamed to `setAsideAs` (null when even that failed). */
export type Loaded<T> =
  | { state: 'ok'; value: T }
  | { state: 'missing' }
  | { state: 'corrupt'; setAsideAs: string | null }

/**
 * One value in one JSON file, parsed on the way in and replaced whole on the way out. Saves run one after the other in
 * the order they were asked for. The folder must exist.
 */
export class JsonFile<T> {
  readonly #schema: Schema<T>
  readonly path: string
  readonly #mode: number
  #lastSave: Promise<void> = Promise.resolve()

  constructor(schema: Schema<T>, path: string, options: { mode?: number } = {}) {
    this.#schema = schema
    this.path = path
    this.#mode = options.mode ?? 0o644
  }

  /** Rejects only when the file system does (no permission, bad disk). */
  async load(): Promise<Loaded<T>> {
    let text: string
    try {
      text = await readFile(this.path, 'utf8')
    } catch (error) {
      if (faultCode(error) === 'ENOENT') return { state: 'missing' }
      throw error
    }
    const parsed = this.#schema.safeParse(jsonOrUndefined(text))
    if (parsed.success) return { state: 'ok', value: parsed.data }
    return { state: 'corrupt', setAsideAs: await this.#setAside() }
  }

  /** Resolves when the value is on the disk; rejects when it is not, and the old file is then untouched. */
  save(value: T): Promise<void> {
    const text = `${JSON.stringify(value)}\n`
    const write = () => writeFileAtomically(this.path, text, { mode: this.#mode })
    const saved = this.#lastSave.then(write, write)
    this.#lastSave = saved
    return saved
  }

  /** Only the newest bad file is kept, so that a fault that repeats cannot fill the disk. */
  async #setAside(): Promise<string | null> {
    const aside = `${this.path}.corrupt`
    try {
      await rename(this.path, aside)
      return aside
    } catch (error) {
      if (faultCode(error) === null) throw error
      return null
    }
  }
}

function jsonOrUndefined(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch (error) {
    if (error instanceof SyntaxError) return undefined
    throw error
  }
}
