/** Preloaded into the agent, which runs with --expose-gc: on SIGUSR2 it collects its garbage and writes what it then holds. */
process.on('SIGUSR2', () => {
  globalThis.gc?.()
  const { rss, heapUsed, external } = process.memoryUsage()
  process.stdout.write(`soak-memory ${JSON.stringify({ rssBytes: rss, heapBytes: heapUsed + external })}\n`)
})
