import { useEffect, useRef, useState } from 'react'

const TRY_AGAIN_MS = 5000

export interface DocumentKind<Document> {
  name: string
  parse: (json: unknown) => Document
}

/**
 * Documents of the content set by their hashes, fetched from the agent and parsed; each appears in the map once it is there. They are all
 * fetched at once, so that what needs them can be drawn while the agent is away. `kind` must stay the same object; its `name` is in the
 * code of a fault.
 */
export function useDocuments<Document>(
  hashes: readonly string[],
  kind: DocumentKind<Document>,
  fileUrl: (sha256: string) => string,
  onFault: (code: string, detail: string) => void,
): ReadonlyMap<string, Document> {
  const [documents, setDocuments] = useState<ReadonlyMap<string, Document>>(new Map())
  const held = useRef(documents)
  held.current = documents
  const wanted = [...new Set(hashes)].toSorted().join(' ')
  useEffect(() => {
    const stop = new AbortController()
    const names = wanted.split(' ')
    const missing = names.filter((sha256) => sha256 !== '' && !held.current.has(sha256))
    for (const sha256 of missing)
      void loadUntilThere(fileUrl(sha256), kind, stop.signal, onFault).then((document) => {
        if (document === null || stop.signal.aborted) return
        // What an earlier programme named is let go.
        setDocuments((before) => new Map([...before].filter(([name]) => names.includes(name))).set(sha256, document))
      })
    return () => stop.abort()
  }, [wanted, kind, fileUrl, onFault])
  return documents
}

async function loadUntilThere<Document>(
  url: string,
  { name, parse }: DocumentKind<Document>,
  signal: AbortSignal,
  onFault: (code: string, detail: string) => void,
): Promise<Document | null> {
  while (!signal.aborted) {
    try {
      const response = await fetch(url, { signal })
      if (!response.ok) throw new Error(`status ${response.status}`)
      return parse(await response.json())
    } catch (error) {
      if (signal.aborted) return null
      onFault(`${name}-unreadable`, `${url}: ${String(error)}`)
      await new Promise((resolve) => setTimeout(resolve, TRY_AGAIN_MS))
    }
  }
  return null
}
