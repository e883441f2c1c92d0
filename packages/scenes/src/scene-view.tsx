import type { SingleScene } from '@akari/protocol'
import type { ReactElement } from 'react'
import { BusMapScene } from './boards/bus-map/bus-map-scene.tsx'
import { PlainBoard } from './boards/plain-board.tsx'
import { TownMapScene } from './boards/town-map/town-map-scene.tsx'
import { DeparturesScene } from './boards/transit/departures-scene.tsx'
import { SittingView } from './council/sitting-view.tsx'
import { ImageScene } from './everyday/image-scene.tsx'
import { LiveScene } from './everyday/live-scene.tsx'
import { NoticeScene } from './everyday/notice-scene.tsx'
import type { SceneProps } from './everyday/scene-props.ts'
import { VideoScene } from './everyday/video-scene.tsx'
import { PosterScene } from './posters/poster-scene.tsx'
import { FloorMapScene } from './map/floor-map-scene.tsx'
import { WayScene } from './way/way-scene.tsx'

interface SceneViewProps extends SceneProps {
  content: SingleScene
}

/** Draws what has the glass, or a zone of it, to itself. */
export function SceneView({ content, ...props }: SceneViewProps): ReactElement {
  switch (content.kind) {
    case 'image':
      return <ImageScene {...props} title={content.alt ?? content.title} variants={content.variants} />
    case 'video':
      return (
        <VideoScene
          {...props}
          title={content.alt ?? content.title}
          variants={content.variants}
          poster={content.poster}
        />
      )
    case 'floorMap':
      return (
        <FloorMapScene
          {...props}
          title={content.title}
          venue={props.resources.venue(content.venue.sha256)}
          levelId={content.levelId}
        />
      )
    case 'live':
      return <LiveScene {...props} title={content.title} streamId={content.streamId} />
    case 'sitting':
      return <SittingView {...props} content={content} />
    case 'notice':
      return <NoticeScene {...props} title={content.title} body={content.body} />
    case 'way':
      return <WayScene way={content} onReady={props.onReady} playing={props.playing} />
    case 'poster':
      return <PosterScene {...props} title={content.title} poster={content.poster} picture={content.picture} />
    case 'departures':
      return <DeparturesScene {...props} content={content} />
    case 'busMap':
      return <BusMapScene {...props} content={content} />
    case 'townMap':
      return <TownMapScene {...props} content={content} />
    case 'weather':
    case 'news':
    case 'wifi':
    case 'clock':
    case 'today':
      return <PlainBoard {...props} content={content} />
  }
}
