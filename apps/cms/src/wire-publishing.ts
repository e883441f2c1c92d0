import type { DeskShelter } from '@akari/protocol'
import { wireCaptions } from './wire-captions.ts'
import { wireContent } from './wire-content.ts'
import { type Ground, VERSION } from './wire-ground.ts'
import { wireWorkflow } from './wire-workflow.ts'

/**
 * Wires what is made for the displays, and who must have seen it before it goes out. `shelters`: as the desk keeps them, which is
 * wired later.
 */
export function wirePublishing(ground: Ground, shelters: () => Promise<readonly DeskShelter[]>) {
  const { api, accounts, approval, config, databases, displayRecords, feed, gate, keys, log, metrics, common } = ground
  const userAgent = `Akari/${VERSION}${config.publicUrl === null ? '' : ` (+${config.publicUrl})`}`
  const captions = wireCaptions({
    db: databases.main,
    log,
    actorOf: accounts.actorOf,
    identity: keys.identity.privateKey,
    privateHosts: config.captionPrivateHosts,
    tell: async (snapshot) => ground.sockets()?.broadcastFeed(snapshot),
    changed: () => feed.publish({ kind: 'captions' }),
    ...common,
  })
  const content = wireContent({
    api,
    db: databases.main,
    dataDir: config.dataDir,
    log,
    actorOf: accounts.actorOf,
    displays: displayRecords.list,
    onPublished: (displayId, revision) => feed.publish({ kind: 'programme', displayId, revision }),
    mediaGate: gate,
    historyOf: accounts.audit.about,
    approval,
    staffName: accounts.users.nameOf,
    publicUrl: config.publicUrl,
    shelters,
    captions: {
      snapshot: captions.snapshot,
      ...captions.ofSittings,
      drop: async (id, actor) => {
        if (await captions.exists(id)) await captions.remove(id, actor)
      },
    },
    feeds: {
      identity: keys.identity.privateKey,
      privateHosts: config.feedPrivateHosts,
      userAgent,
      metrics: metrics.feeds,
      changed: () => feed.publish({ kind: 'feeds' }),
    },
    streams: { privateHosts: config.streamPrivateHosts, userAgent },
    sampleCaptions: captions.sample,
    ...common,
  })
  const workflow = wireWorkflow({
    api,
    db: databases.main,
    log,
    rule: approval,
    people: accounts.users.list,
    displays: displayRecords.list,
    programmes: content.programmes,
    jobs: content.publishJobs,
    ...common,
  })
  captions.addRoutes(api)
  return { content, workflow, captions }
}

export type Content = ReturnType<typeof wirePublishing>['content']
