import { readFile, rename, rm } from 'node:fs/promises'
import { writeFileAtomically } from './atomic-file.ts'
import { sha256Text } from './digest.ts'
import { faultCode } from './fault.ts'
import type { MakeRoom } from './reserve.ts'

/** What a JsonFile needs of a zod schema. */
export type Schema<T> = { safeParse: (value: unknown) => { success: true; data: T } | { success: false } }

/**
 * `mended`: one of two copies was damaged, or the first was missing, and is written anew. `corrupt`: another checksum, not of the
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
 * but this device has: a bad sector then costs nothing. `room` makes some where the disk is full.
 */
export class JsonFile<T> {
  readonly #schema: Schema<T>
  readonly path: string
  readonly #mode: number
  readonly #copy: string | null
  readonly #room: MakeRoom | undefined
  #lastSave: Promise<void> = Promise.resolve()

  constructor(schema: Schema<T>, path: string, options: { mode?: number; twice?: boolean; room?: MakeRoom } = {}) {
    this.#schema = schema
    this.path = path
    this.#mode = options.mode ?? 0o644
    this.#copy = options.twice === true ? `${path}.copy` : null
    this.#room = options.room
  }

  /** Never rejects: what cannot be read must not keep its reader from starting. */
  async load(): Promise<Loaded<T>> {
    const { text, ...first } = await this.#read(this.path)
    if (this.#copy === null) return first.loaded
    const second = await this.#read(this.#copy)
    if (first.loaded.state === 'ok') {
      // A power cut between the two leaves an older one, which is no fault.
      if (second.text !== text) this.#mend(this.#copy, text)
      return second.loaded.state === 'corrupt' ? { ...first.loaded, mended: true } : first.loaded
    }
    if (second.loaded.state !== 'ok') return first.loaded.state === 'missing' ? second.loaded : first.loaded
    this.#mend(this.path, second.text)
    return { ...second.loaded, mended: true }
  }

  /**
   * Resolves when the value is on the disk; rejects when it is not. The second copy is written afterwards, so that there is
   * always a whole one; what it meets rejects the save only where the first failed as well.
   */
  save(value: T): Promise<void> {
    const text = sealed(JSON.stringify(value))
    const write = () => this.#write(this.path, text)
    const saved = this.#lastSave.then(write, write)
    this.#lastSave = saved
    if (this.#copy !== null) {
      const copy = this.#copy
      // A disk that refuses the second copy refuses the first of the next save, too, and is reported then.
      this.#lastSave = saved.then(() => this.#write(copy, text)).catch(() => undefined)
    }
    return saved
  }

  /** Resolves when nothing is being written any more. */
  async settled(): Promise<void> {
    await this.#lastSave.catch(() => undefined)
  }

  #write(path: string, text: string): Promise<void> {
    return writeFileAtomically(path, text, { mode: this.#mode, room: this.#room })
  }

  /** Where the disk refuses it, the other copy goes on alone, and the next save is what reports it. */
  #mend(path: string, text: string): void {
    this.#lastSave = this.#lastSave.then(() => this.#write(path, text)).catch(() => undefined)
  }

  async #read(path: string): Promise<{ loaded: Loaded<T>; text: string }> {
    let text: string
    try {
      text = await readFile(path, 'utf8')
    } catch (error) {
      if (faultCode(error) === 'ENOENT') return { loaded: { state: 'missing' }, text: '' }
      // A folder in its place would be in the way of every save; a bad sector or a missing right is not mended by renaming.
      const setAsideAs = faultCode(error) === 'EISDIR' ? await setAside(path) : null
      return { loaded: { state: 'corrupt', setAsideAs }, text: '' }
    }
    const parsed = this.#schema.safeParse(jsonOrUndefined(unsealed(text)))
    if (parsed.success) return { loaded: { state: 'ok', value: parsed.data }, text }
    return { loaded: { state: 'corrupt', setAsideAs: await setAside(path) }, text }
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
