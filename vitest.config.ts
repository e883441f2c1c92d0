import { defineConfig } from 'vitest/config'

const exclude = ['**/node_modules/**', '**/build/**', '**/dist/**', 'release/**']

export default defineConfig({
  test: {
    testTimeout: 30_000,
    hookTimeout: 60_000,
    // What is waited for may come late on a busy machine; the default is one second.
    expect: { poll: { timeout: 10_000 } },
    maxWorkers: 4, // they wait more than they work
    // Files share the modules that a worker has read: none keeps state between tests, and reading them anew was half of the work.
    isolate: false,
    projects: [
      {
        extends: true,
        test: {
          name: 'pure',
          include: [
            '{apps/console,apps/player,packages}/**/src/**/*.test.{ts,tsx}',
            '{content-samples,scripts,test/walls,test/support,test/faults}/**/*.test.ts',
          ],
          exclude,
        },
      },
      {
        // The server's tests meet both databases: a PostgreSQL of their own is started once for the whole run.
        extends: true,
        test: {
          name: 'server',
          include: ['{apps/cms/src,test/system}/**/*.test.ts'],
          exclude,
          globalSetup: ['test/support/global-postgres.ts'],
        },
      },
    ],
  },
})
