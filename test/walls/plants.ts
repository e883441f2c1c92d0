/** A file that breaks one rule on purpose (`rule`), or a tidy one that the linter must let pass (`rule: null`). */
export type Plant = { wall: string; file: string; code: string; rule: string | null }

const imports = 'eslint(no-restricted-imports)'

function forbidden(wall: string, file: string, specifier: string): Plant {
  return { wall, file, code: `export * from '${specifier}'\n`, rule: imports }
}

function allowed(wall: string, file: string, specifier: string): Plant {
  return { wall, file, code: `export * from '${specifier}'\n`, rule: null }
}

const middle = ['programme', 'alerts', 'wayfinding', 'transit', 'text'] as const

const packageWalls: Plant[] = [
  forbidden('protocol imports no workspace', 'packages/protocol/src/a.ts', '@akari/programme'),
  forbidden('protocol imports zod only', 'packages/protocol/src/b.ts', 'saxes'),
  forbidden('protocol imports zod only, not even Node', 'packages/protocol/src/c.ts', 'node:fs'),
  forbidden('a test of protocol imports no workspace', 'packages/protocol/src/d.test.ts', '@akari/alerts'),
  allowed('protocol may import zod', 'packages/protocol/src/e.ts', 'zod'),
  forbidden('zip imports no workspace', 'packages/zip/src/a.ts', '@akari/protocol'),
  forbidden('zip imports nothing, not even Node', 'packages/zip/src/b.ts', 'node:zlib'),
  ...middle.flatMap((name) => [
    ...middle
      .filter((other) => other !== name)
      .map((other) =>
        forbidden(`${name} never imports ${other}`, `packages/${name}/src/${other}.ts`, `@akari/${other}`),
      ),
    forbidden(`${name} is below scenes`, `packages/${name}/src/scenes.ts`, '@akari/scenes'),
    forbidden(`${name} is below node-kit`, `packages/${name}/src/kit.ts`, '@akari/node-kit'),
    forbidden(`a test of ${name} keeps to its floor`, `packages/${name}/src/up.test.ts`, '@akari/cms'),
    forbidden(`${name} is pure`, `packages/${name}/src/disk.ts`, 'node:fs/promises'),
    allowed(`${name} may import protocol`, `packages/${name}/src/wire.ts`, '@akari/protocol'),
  ]),
  forbidden('basemap is below scenes', 'packages/basemap/src/scenes.ts', '@akari/scenes'),
  forbidden('basemap keeps to its floor', 'packages/basemap/src/bus.ts', '@akari/transit'),
  allowed('basemap may import protocol', 'packages/basemap/src/wire.ts', '@akari/protocol'),
  allowed('scenes may look through basemap', 'packages/scenes/src/streets.ts', '@akari/basemap/view'),
  forbidden('node-kit never imports scenes', 'packages/node-kit/src/a.ts', '@akari/scenes'),
  forbidden('node-kit never imports an app', 'packages/node-kit/src/b.ts', '@akari/player'),
  forbidden('scenes never import node-kit', 'packages/scenes/src/a.ts', '@akari/node-kit'),
  forbidden('scenes never import an app', 'packages/scenes/src/b.tsx', '@akari/console'),
  forbidden('scenes run in a browser', 'packages/scenes/src/c.ts', 'node:path'),
  allowed('transit may import zip', 'packages/transit/src/archive.ts', '@akari/zip'),
  allowed('scenes may import text', 'packages/scenes/src/lines.ts', '@akari/text'),
  allowed('scenes may import programme', 'packages/scenes/src/d.ts', '@akari/programme'),
  allowed('scenes may import alerts', 'packages/scenes/src/e.ts', '@akari/alerts'),
  forbidden('packages are reached by name', 'packages/scenes/src/f.ts', '../../alerts/src/index.ts'),
  forbidden('the samples never import an app', 'content-samples/src/a.ts', '@akari/cms'),
]

const appWalls: Plant[] = [
  forbidden('the server never imports scenes', 'apps/cms/src/a.ts', '@akari/scenes'),
  forbidden('the server never imports an app', 'apps/cms/src/b.ts', '@akari/player'),
  forbidden('no feature is named from below', 'apps/cms/src/http/a.ts', '../features/assets/assets.service.ts'),
  forbidden('a feature never imports another', 'apps/cms/src/features/alerts/a.ts', '../assets/assets.store.ts'),
  forbidden('nor from a folder of its own', 'apps/cms/src/features/alerts/desk/b.ts', '../../assets/assets.store.ts'),
  forbidden('nor by a detour', 'apps/cms/src/features/alerts/c.ts', '../../features/assets/assets.store.ts'),
  forbidden('a feature never imports scenes', 'apps/cms/src/features/alerts/d.ts', '@akari/scenes'),
  forbidden('nor does its inner folder', 'apps/cms/src/features/alerts/desk/e.ts', '@akari/scenes'),
  allowed('a feature may import its own files', 'apps/cms/src/features/alerts/f.ts', './alerts.store.ts'),
  allowed('and the floor below', 'apps/cms/src/features/alerts/g.ts', '../../db/database.ts'),
  allowed('server.ts wires the features', 'apps/cms/src/server.ts', './features/assets/assets.service.ts'),
  forbidden('the console never imports an app', 'apps/console/src/a.tsx', '@akari/cms'),
  forbidden('the console is a page', 'apps/console/src/b.ts', '@akari/node-kit'),
  allowed('the console may import scenes', 'apps/console/src/c.tsx', '@akari/scenes'),
  forbidden('a feature of the console never imports another', 'apps/console/src/features/a/a.tsx', '../b/b.tsx'),
  forbidden('nor from a folder of its own', 'apps/console/src/features/a/deep/b.ts', '../../b/b.ts'),
  forbidden('nor by a detour', 'apps/console/src/features/a/c.ts', '../../features/b/b.ts'),
  forbidden('a feature of the console never imports an app', 'apps/console/src/features/a/d.ts', '@akari/cms'),
  forbidden('nor does its inner folder', 'apps/console/src/features/a/deep/e.ts', '@akari/node-kit'),
  forbidden('what features share knows none of them', 'apps/console/src/parts/a.ts', '../features/a/a.tsx'),
  forbidden('nor does what asks the server', 'apps/console/src/api/a.ts', '../features/a/a.tsx'),
  allowed('a feature of the console may import its own files', 'apps/console/src/features/a/f.ts', './g.ts'),
  allowed('also from a folder of its own', 'apps/console/src/features/a/deep/g.ts', '../g.ts'),
  allowed('and between its folders', 'apps/console/src/features/a/deep/h.ts', '../other/i.ts'),
  allowed('and what features share', 'apps/console/src/features/a/h.ts', '../../parts/i.ts'),
  allowed('also from within', 'apps/console/src/features/a/deep/i.ts', '../../../parts/i.ts'),
  allowed('the app puts the features together', 'apps/console/src/app/a.ts', '../features/a/a.tsx'),
  forbidden('the agent never imports the screen', 'apps/player/src/agent/a.ts', '../screen/stage.tsx'),
  forbidden('the agent never imports the shell', 'apps/player/src/agent/deep/b.ts', '../../shell/main.ts'),
  forbidden('the agent needs no Electron', 'apps/player/src/agent/c.ts', 'electron'),
  forbidden('the agent never imports the server', 'apps/player/src/agent/d.ts', '@akari/cms'),
  forbidden('the screen never imports the agent', 'apps/player/src/screen/a.tsx', '../agent/state.ts'),
  forbidden('the screen never imports the shell', 'apps/player/src/screen/b.tsx', '../shell/preload.ts'),
  forbidden('the screen is a page', 'apps/player/src/screen/c.ts', '@akari/node-kit'),
  forbidden('the shell never imports the agent', 'apps/player/src/shell/a.ts', '../agent/state.ts'),
  forbidden('the shell never imports the screen', 'apps/player/src/shell/b.ts', '../screen/stage.tsx'),
  allowed('the shell may import node-kit', 'apps/player/src/shell/c.ts', '@akari/node-kit'),
  forbidden('the shell never imports the kiosk browser', 'apps/player/src/shell/d.ts', '../kiosk-browser/camera.ts'),
  allowed('the shell may import what hosts share', 'apps/player/src/shell/e.ts', '../host/camera.ts'),
  forbidden('the agent never imports the kiosk browser', 'apps/player/src/agent/e.ts', '../kiosk-browser/run.ts'),
  forbidden('the agent never imports what hosts share', 'apps/player/src/agent/deep/f.ts', '../../host/camera.ts'),
  forbidden('the screen never imports the kiosk browser', 'apps/player/src/screen/d.ts', '../kiosk-browser/run.ts'),
  forbidden('the screen never imports what hosts share', 'apps/player/src/screen/e.ts', '../host/camera.ts'),
  forbidden('the kiosk browser never imports the agent', 'apps/player/src/kiosk-browser/a.ts', '../agent/run.ts'),
  forbidden('the kiosk browser never imports the screen', 'apps/player/src/kiosk-browser/b.ts', '../screen/main.tsx'),
  forbidden('the kiosk browser never imports the shell', 'apps/player/src/kiosk-browser/c.ts', '../shell/main.ts'),
  forbidden('the kiosk browser needs no Electron', 'apps/player/src/kiosk-browser/d.ts', 'electron'),
  forbidden('the kiosk browser imports no scenes', 'apps/player/src/kiosk-browser/e.ts', '@akari/scenes'),
  allowed('the kiosk browser may import what hosts share', 'apps/player/src/kiosk-browser/f.ts', '../host/camera.ts'),
  forbidden('what hosts share knows no host', 'apps/player/src/host/a.ts', '../kiosk-browser/camera.ts'),
  forbidden('nor Electron', 'apps/player/src/host/b.ts', 'electron'),
]

const anywhere = 'apps/cms/src/rules'
const rules: Plant[] = [
  { wall: 'no any', file: `${anywhere}/a.ts`, code: 'export const a: any = 1\n', rule: 'typescript(no-explicit-any)' },
  {
    wall: 'no type assertion outside tests',
    file: `${anywhere}/b.ts`,
    code: 'export const b = (x: unknown) => x as string\n',
    rule: 'typescript(consistent-type-assertions)',
  },
  { wall: 'but as const', file: `${anywhere}/c.ts`, code: 'export const c = [1] as const\n', rule: null },
  {
    wall: 'type assertions in tests',
    file: `${anywhere}/d.test.ts`,
    code: 'export const d = (x: unknown) => x as string\n',
    rule: null,
  },
  {
    wall: 'no promise is left alone',
    file: `${anywhere}/e.ts`,
    code: 'export function e(): void {\n  Promise.reject(new Error())\n}\n',
    rule: 'typescript(no-floating-promises)',
  },
  {
    wall: 'switches are exhaustive',
    file: `${anywhere}/f.ts`,
    code: "export function f(x: 'a' | 'b'): number {\n  switch (x) {\n    case 'a':\n      return 1\n  }\n  return 2\n}\n",
    rule: 'typescript(switch-exhaustiveness-check)',
  },
  {
    wall: 'Temporal comes from the polyfill',
    file: 'packages/programme/src/now.ts',
    code: 'export const now = Temporal.Now.instant()\n',
    rule: 'eslint(no-restricted-globals)',
  },
  {
    wall: 'Temporal not by way of globalThis either',
    file: 'apps/console/src/now.ts',
    code: 'export const now = globalThis.Temporal\n',
    rule: 'eslint(no-restricted-globals)',
  },
  {
    wall: 'pure packages set no timers',
    file: 'packages/alerts/src/timer.ts',
    code: 'export const later = () => setTimeout(() => {}, 1)\n',
    rule: 'eslint(no-restricted-globals)',
  },
  {
    wall: 'the environment is read in config only',
    file: `${anywhere}/g.ts`,
    code: 'export const port = process.env.PORT\n',
    rule: 'node(no-process-env)',
  },
  {
    wall: 'config reads it',
    file: 'apps/cms/src/config/a.ts',
    code: 'export const port = process.env.PORT\n',
    rule: null,
  },
  { wall: 'no console', file: `${anywhere}/h.ts`, code: "console.log('x')\n", rule: 'eslint(no-console)' },
  { wall: 'the CLI prints', file: 'apps/cms/src/cli/a.ts', code: "console.log('x')\n", rule: null },
  {
    wall: 'no default export',
    file: `${anywhere}/i.ts`,
    code: 'export default 1\n',
    rule: 'import(no-default-export)',
  },
]

export const plants: readonly Plant[] = [...packageWalls, ...appWalls, ...rules]
