import type { Basemap } from '@akari/protocol'
import { useRef, useState } from 'react'
import { fileUrl } from '../../../parts/scene-resources.ts'
import type { BoardFieldsProps } from '../board-fields-props.ts'
import { drawPicture, firstAttribution, sendStreets, type StreetsStep, townArea } from './prepare-streets.ts'

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
  const withPicture = async (basemap: Basemap, tiles: Blob, area: Parameters<typeof drawPicture>[1]): Promise<void> => {
    const { map, here } = latest.current.board
    put({ ...basemap, picture: await drawPicture(tiles, area, townArea(map, here), setStep) }, 'streets picture')
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
        await withPicture(basemap, file, found)
      }),
    redraw: (basemap: Basemap): Promise<void> =>
      working(async () => {
        setStep({ doing: 'drawing', share: 0 })
        const tiles = await (await fetch(fileUrl(basemap.tiles.sha256), { credentials: 'same-origin' })).blob()
        const { readArchive, inflateInPage } = await import('@akari/basemap/draw')
        const { south, west, north, east } = (
          await readArchive(new Uint8Array(await tiles.arrayBuffer()), inflateInPage)
        ).header
        const area = { southWest: { lat: south, lon: west }, northEast: { lat: north, lon: east } }
        await withPicture(basemap, tiles, { schema: basemap.schema, area })
      }),
  }
}
