/** Which CMS node to talk to. */
export type CmsServers = {
  current: () => string
  /** This node did not answer: use the next one. Late news about a node already left changes nothing. */
  failed: (url: string) => void
  /** This node is known to be the right one: use it from now on. An address not in the list changes nothing. */
  use: (url: string) => void
}

/** The list in its order, staying with a node for as long as it answers. */
export function cmsServers(urls: readonly [string, ...string[]]): CmsServers {
  let at = 0
  const current = () => urls[at] ?? urls[0]
  return {
    current,
    failed: (url) => {
      if (url === current()) at = (at + 1) % urls.length
    },
    use: (url) => {
      if (urls.includes(url)) at = urls.indexOf(url)
    },
  }
}
