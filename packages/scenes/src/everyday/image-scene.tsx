import { type MediaVariant, type PicturePoint, type Texts, textIn, withoutRuby } from '@akari/protocol'
import { useEffect, useRef, type ReactElement } from 'react'
import { type SceneProps, variantFor } from './scene-props.ts'

interface ImageSceneProps extends SceneProps {
  title: Texts
  variants: readonly MediaVariant[]
}

/**
 * A still picture, undistorted, ready once it is decoded: whole before a blurred margin, or filling its place around the
 * point that staff chose. `title`: what it shows.
 */
export function ImageScene({ title, variants, language, resources, onReady, onFault }: ImageSceneProps): ReactElement {
  const picture = useRef<HTMLImageElement>(null)
  const variant = variantFor(variants, language)
  const source = variant === null ? null : resources.fileUrl(variant.file.sha256)
  useEffect(() => {
    const image = picture.current
    if (image === null || source === null) return
    let wanted = true
    image.decode().then(
      () => wanted && onReady(),
      (error: unknown) =>
        wanted && onFault({ kind: 'hopeless', code: 'image-undecodable', detail: `${source}: ${String(error)}` }),
    )
    return () => {
      wanted = false
    }
  }, [source, onReady, onFault])
  const name = textIn(title, language)
  const focus = variant?.focus
  if (source === null) return <div className="ak-scene ak-image" />
  return (
    <div className="ak-scene ak-image">
      {focus === undefined && <img className="ak-image-backdrop" src={source} alt="" aria-hidden draggable={false} />}
      <img
        ref={picture}
        className="ak-image-picture"
        src={source}
        alt={withoutRuby(name.text)}
        lang={name.language}
        {...(focus === undefined ? {} : { 'data-fill': true, style: { objectPosition: positionOf(focus) } })}
        draggable={false}
      />
    </div>
  )
}

/** The point keeps its relative place, so it is on the glass whatever is cut off. */
function positionOf({ x, y }: PicturePoint): string {
  return `${x * 100}% ${y * 100}%`
}
