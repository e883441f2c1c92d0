import type { DisplayView, User } from '@akari/protocol'
import { expect, test } from 'vitest'
import { partsOf } from './several-parts.ts'

const display = (id: string, groups: string[], status = 'online') => ({ id, groups, status }) as DisplayView
const user = (role: User['role'], groups: string[] | null) => ({ role, groups }) as User

const LOBBY = display('lobby', ['lobby'])
const NEW = display('new', ['lobby'], 'unpaired')
const OUTSIDE = display('outside', ['outside'])
const ALL = [LOBBY, NEW, OUTSIDE]

test('displays without a device are left out', () => {
  expect(partsOf(ALL, user('editor', null))).toEqual({ reached: [LOBBY, OUTSIDE], unpaired: [NEW], notYours: [] })
})

test('so are those of groups that somebody does not answer for', () => {
  expect(partsOf(ALL, user('editor', ['lobby']))).toEqual({ reached: [LOBBY], unpaired: [NEW], notYours: [OUTSIDE] })
})

test('an administrator answers for every display', () => {
  expect(partsOf(ALL, user('admin', ['lobby'])).notYours).toEqual([])
})
