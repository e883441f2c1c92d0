import { resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { dataArgument, startOptions } from './options.ts'

describe('the options of npm start', () => {
  it('take the data folder from the command line, else from the environment, else ./data', () => {
    expect(startOptions(['--data', '/srv/akari'], '/srv/other')).toEqual({ kind: 'run', dataDir: '/srv/akari' })
    expect(startOptions([], '/srv/other')).toEqual({ kind: 'run', dataDir: '/srv/other' })
    expect(startOptions([], undefined)).toEqual({ kind: 'run', dataDir: resolve('data') })
    expect(startOptions([], '')).toEqual({ kind: 'run', dataDir: resolve('data') })
  })

  it('start nothing for help, an unknown option, a word too many or an option without its value', () => {
    expect(startOptions(['--help'], undefined)).toEqual({ kind: 'help' })
    expect(startOptions(['-h', '--data', 'x'], undefined)).toEqual({ kind: 'help' })
    expect(startOptions(['--port', '9'], undefined)).toEqual({ kind: 'wrong', option: '--port' })
    expect(startOptions(['demo'], undefined)).toEqual({ kind: 'wrong', option: 'demo' })
    expect(startOptions(['--data'], undefined)).toMatchObject({ kind: 'wrong' })
    expect(startOptions(['--data='], undefined)).toEqual({ kind: 'wrong', option: '--data' })
  })

  it('give commands the folder where it is not the usual one, quoted where a shell would part it', () => {
    expect(dataArgument(resolve('data'), undefined)).toBe('')
    expect(dataArgument(resolve('data'), '/srv/other')).toBe(` --data ${resolve('data')}`)
    expect(dataArgument('/srv/akari', undefined)).toBe(' --data /srv/akari')
    expect(dataArgument("/srv/灯り's data", undefined)).toBe(String.raw` --data '/srv/灯り'\''s data'`)
  })
})
