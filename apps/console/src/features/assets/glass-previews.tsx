import type { AssetView, CropAspect, Framing } from '@akari/protocol'
import type { CSSProperties, ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import classes from './framing.module.css'

const GLASSES = [
  ['wide', '16:9'],
  ['tall', '9:16'],
  ['classic', '4:3'],
] as const

/** How glass of each shape shows the picture, as it is framed now. */
export function GlassPreviews({ asset, framing }: { asset: AssetView; framing: Framing }): ReactElement {
  const { t } = useTranslation()
  return (
    <div className={classes.glasses}>
      {GLASSES.map(([name, aspect]) => (
        <figure key={name}>
          <div className={classes.glass} style={{ aspectRatio: aspect.replace(':', ' / ') }}>
            {framing.focus === null && framing.crops[aspect] === undefined && (
              <img className={classes.margin} src={`/api/files/${asset.sha256}`} alt="" />
            )}
            <img src={`/api/files/${asset.sha256}`} alt="" style={placeOf(framing, aspect)} />
          </div>
          <figcaption>{t(`library.glass.${name}`)}</figcaption>
        </figure>
      ))}
    </div>
  )
}

/** The same as on the glass: the crop of this shape, else around the point, else whole. */
function placeOf({ focus, crops }: Framing, aspect: CropAspect): CSSProperties {
  const crop = crops[aspect]
  if (crop !== undefined) {
    return {
      objectFit: 'fill',
      width: `${100 / crop.width}%`,
      height: `${100 / crop.height}%`,
      left: `${(-100 * crop.x) / crop.width}%`,
      top: `${(-100 * crop.y) / crop.height}%`,
    }
  }
  if (focus === null) return { objectFit: 'contain' }
  return { objectFit: 'cover', objectPosition: `${focus.x * 100}% ${focus.y * 100}%` }
}
