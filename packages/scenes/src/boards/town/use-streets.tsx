import type { Basemap, GeoArea } from '@akari/protocol'
import { type ReactElement, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react'
import type { SceneResources } from '../../everyday/scene-props.ts'
import type { GeoProjection } from './geo-projection.ts'

interface Streets {
  /** What lies beneath the map; null while nothing does. */
  layer: ReactElement | null
  /** Are there streets to be seen, be it drawn or as a picture? */
  isShown: boolean
  /** Is it known whether there will be, so that the map can come onto the glass without changing there? */
  isSettled: boolean
}

interface Size {
  w: number
  h: number
}

/**
 * The streets beneath a map: their picture, and in its place what this display drew itself where it can. A map without a basemap, or
 * whose files are not there or cannot be shown, has none.
 */
export function useStreets(
  basemap: Basemap | undefined,
  projection: GeoProjection | null,
  size: Size | null,
  resources: SceneResources,
): Streets {
  const sha256 = basemap?.picture?.file.sha256 ?? null
  const [picture, setPicture] = useState<{ of: string | null; state: 'picture' | 'none' }>({ of: null, state: 'none' })
  const drawn = useDrawn(basemap, projection, size, resources.streets)
  if (basemap === undefined || projection === null || size === null) {
    // Where there is no map to lie beneath, nothing waits for them.
    return { layer: null, isShown: false, isSettled: true }
  }
  const state = picture.of === sha256 ? picture.state : 'awaited'
  const isShown = drawn !== null || state === 'picture'
  return {
    isShown,
    isSettled: isShown || state === 'none',
    layer: (
      <div className="ak-town-streets" data-by={drawn !== null ? 'drawn' : state} aria-hidden="true">
        {drawn !== null && <Drawn canvas={drawn} />}
        {drawn === null && basemap.picture !== undefined && state !== 'none' && (
          <img
            src={resources.fileUrl(basemap.picture.file.sha256)}
            alt=""
            decoding="sync"
            style={placeOf(basemap.picture.area, projection)}
            onLoad={() => setPicture({ of: sha256, state: 'picture' })}
            onError={() => setPicture({ of: sha256, state: 'none' })}
          />
        )}
      </div>
    ),
  }
}

/** What this display draws of the view; null until it is there, and where it does not draw. */
function useDrawn(
  basemap: Basemap | undefined,
  projection: GeoProjection | null,
  size: Size | null,
  draw: SceneResources['streets'],
): HTMLCanvasElement | null {
  const [drawn, setDrawn] = useState<{ of: string; canvas: HTMLCanvasElement } | null>(null)
  const asked = useMemo(
    () =>
      basemap === undefined || projection === null || size === null
        ? null
        : { basemap, view: { ...projection.view({ w: size.w, h: size.h }), ratio: devicePixelRatio } },
    [basemap, projection, size],
  )
  // The same view is asked for anew with every language: what was drawn of it stays.
  const key = useMemo(() => JSON.stringify(asked), [asked])
  useEffect(() => {
    if (asked === null || draw === null) return
    let isWanted = true
    void draw(asked.basemap, asked.view).then((canvas) => {
      if (isWanted && canvas !== null) setDrawn({ of: key, canvas })
    })
    return () => {
      isWanted = false
    }
  }, [asked, key, draw])
  return draw !== null && drawn !== null && drawn.of === key ? drawn.canvas : null
}

/** A drawing may be on the glass twice at once, in what is there and in what comes next: each shows a copy. */
function Drawn({ canvas }: { canvas: HTMLCanvasElement }): ReactElement {
  const own = useRef<HTMLCanvasElement>(null)
  useLayoutEffect(() => {
    own.current?.getContext('2d')?.drawImage(canvas, 0, 0)
  }, [canvas])
  return <canvas ref={own} width={canvas.width} height={canvas.height} />
}

function placeOf({ southWest, northEast }: GeoArea, { project }: GeoProjection): Record<string, string> {
  const [[left, bottom], [right, top]] = [project(southWest), project(northEast)]
  return { left: `${left}px`, top: `${top}px`, width: `${right - left}px`, height: `${bottom - top}px` }
}
