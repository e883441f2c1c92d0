import type { VenueEdits, VenueModel } from '@akari/protocol'
import { useEffect, useRef, useState } from 'react'
import type { VenueKit } from './kit.ts'
import type { KitAnswer, KitQuestion } from './kit.worker.ts'

/** A hand that rests so long has finished: what follows from it is worked out. */
const REST_MS = 120

/** The venue as edited; null until it is ready. An earlier one stays until the newer is there. Throws where it cannot be made. */
export function useVenueKit(model: VenueModel, edits: VenueEdits): VenueKit | null {
  const [kit, setKit] = useState<VenueKit | null>(null)
  const [fault, setFault] = useState<string | null>(null)
  const worker = useRef<Worker | null>(null)
  const turn = useRef(0)
  useEffect(() => {
    const made = new Worker(new URL('./kit.worker.ts', import.meta.url), { type: 'module' })
    made.onmessage = ({ data }: MessageEvent<KitAnswer>) => {
      if (data.turn === turn.current) setKit(data.kit)
    }
    made.onerror = ({ message }) => setFault(message)
    ask(made, { model })
    worker.current = made
    return () => {
      made.terminate()
      worker.current = null
    }
  }, [model])
  useEffect(() => {
    turn.current += 1
    const asked = { edits, turn: turn.current }
    const timer = setTimeout(() => worker.current !== null && ask(worker.current, asked), REST_MS)
    return () => clearTimeout(timer)
  }, [model, edits])
  if (fault !== null) throw new Error(fault)
  return kit
}

function ask(worker: Worker, question: KitQuestion): void {
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a worker has no origin
  worker.postMessage(question)
}
