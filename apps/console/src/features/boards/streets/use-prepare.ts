import type { Basemap } from '@akari/protocol'
import { useEffect, useRef, useState } from 'react'
import { fileUrl } from '../../../parts/scene-resources.ts'
import type { BoardFieldsProps } from '../board-fields-props.ts'
import {
  drawPicture,
  firstAttribution,
  sendStreets,
  type StreetsStep,
  StreetsUndrawn,
  townArea,
} from './prepare-streets.ts'

type Props = Pick<BoardFieldsProps<'townMap'>, 'board' | 'onChange'>

/** Sends a street map and draws its picture, while the board can be worked on. */
export function usePrepare({ board, onChange }: Props) {
  const [step, setStep] = useState<StreetsStep | null>(null)
  const [trouble, setTrouble] = useState<unknown>(null)
  // Drawing takes a while: what is laid beneath goes into the board as it is then.
  const latest = useRef({ board, onChange })
  latest.current = { board, onChange }
  const put = (basemap: Basemap, about: string): void =>
    latest.current.onChange({ ...latest.current.board, basemap }, about)
  const leaving = useRef(new AbortController())
  useEffect(() => {
    const left = new AbortController()
    leaving.current = left
    return () => left.abort()
  }, [])
  const withPicture = async (basemap: Basemap, tiles: Blob): Promise<void> => {
    const { map, here } = latest.current.board
    const how = { tell: setStep, signal: leaving.current.signal }
    const picture = await drawPicture(tiles, basemap.schema, townArea(map, here), how)
    put({ ...basemap, picture }, 'streets picture')
  }
  const working = async (work: () => Promise<void>): Promise<void> => {
    setTrouble(null)
    await work().catch(setTrouble)
    setStep(null)
  }
  return {
    step,
    trouble,
    take: (file: File): Promise<void> =>
      working(async () => {
        const found = await sendStreets(file, setStep)
        const basemap = { tiles: found.tiles, schema: found.schema, attribution: firstAttribution(found) }
        put(basemap, 'streets')
        await withPicture(basemap, file)
      }),
    redraw: (basemap: Basemap): Promise<void> =>
      working(async () => {
        setStep({ doing: 'drawing', share: 0 })
        const answer = await fetch(fileUrl(basemap.tiles.sha256), { credentials: 'same-origin' })
        if (!answer.ok) throw new StreetsUndrawn(`${basemap.tiles.sha256}: ${answer.status}`)
        await withPicture(basemap, await answer.blob())
      }),
  }
}
