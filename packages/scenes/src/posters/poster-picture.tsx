import { type MediaVariant, type Texts, textIn, withoutRuby } from '@akari/protocol'
import { useEffect, useRef, type ReactElement } from 'react'
import { type SceneProps, variantFor } from '../everyday/scene-props.ts'

interface PosterPictureProps extends Pick<SceneProps, 'language' | 'resources' | 'onReady' | 'onFault'> {
  title: Texts
  variants: readonly MediaVariant[]
}

/** The picture of a poster, cut to its place. One that cannot be drawn leaves its place plain: the words are what counts. */
export function PosterPicture({
  title,
  variants,
  language,
  resources,
  onReady,
  onFault,
}: PosterPictureProps): ReactElement {
  const picture = useRef<HTMLImageElement>(null)
  const variant = variantFor(variants, language)
  const source = variant === null ? null : resources.fileUrl(variant.file.sha256)
  useEffect(() => {
    const image = picture.current
    if (image === null || source === null) return
    let wanted = true
    image.decode().then(
      () => wanted && onReady(),
      (error: unknown) => {
        if (!wanted) return
        onFault({ kind: 'passing', code: 'poster-picture-undecodable', detail: `${source}: ${String(error)}` })
        onReady()
      },
    )
    return () => {
      wanted = false
    }
  }, [source, onReady, onFault])
  const name = textIn(title, language)
  return (
    <img
      ref={picture}
      className="ak-poster-picture"
      {...(source === null ? {} : { src: source })}
      alt={withoutRuby(name.text)}
      lang={name.language}
      draggable={false}
    />
  )
}
