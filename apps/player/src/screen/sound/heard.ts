const STORED_AS = 'akari.heard'
const MOST = 50

export type Heard = { has: (key: string) => boolean; add: (key: string) => void }

/** What was heard already, so that a page that starts again in the middle of an emergency does not sound the alarm anew. */
export function heardSounds(storage: Pick<Storage, 'getItem' | 'setItem'>): Heard {
  let keys = stored(storage)
  return {
    has: (key) => keys.includes(key),
    add: (key) => {
      keys = [...keys.filter((each) => each !== key), key].slice(-MOST)
      storage.setItem(STORED_AS, JSON.stringify(keys))
    },
  }
}

function stored(storage: Pick<Storage, 'getItem'>): readonly string[] {
  try {
    const keys: unknown = JSON.parse(storage.getItem(STORED_AS) ?? '[]')
    return Array.isArray(keys) ? keys.filter((each) => typeof each === 'string') : []
  } catch {
    return [] // Torn: the worst that follows is a sound heard twice.
  }
}
