import { readFile } from 'node:fs/promises'
import { KOGANEI } from '@akari/alerts'
import { Place } from '@akari/protocol'
import { StartupError } from './config.ts'

/**
 * The place whose alerts count: a JSON file of the shape of packages/alerts/src/places/koganei.json, or Koganei where none is
 * named. Throws a StartupError that says which part of the file is wrong.
 */
export async function readPlace(file: string | null): Promise<Place> {
  if (file === null) return KOGANEI
  const text = await readFile(file, 'utf8').catch(() => {
    throw new StartupError(`地域のファイルを読めません / cannot read the place file: ${file}`)
  })
  const parsed = Place.safeParse(jsonOf(text))
  if (parsed.success) return parsed.data
  const where = parsed.error.issues[0]?.path.join('.') ?? ''
  throw new StartupError(`地域のファイルの内容が正しくありません / not a place: ${file} (${where || 'JSON'})`)
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
