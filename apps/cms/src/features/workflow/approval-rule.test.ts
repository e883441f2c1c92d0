import { describe, expect, it } from 'vitest'
import type { Actor } from '../../http/actor.ts'
import { mayDecide, type Person, secondPersons } from './approval-rule.ts'

const LOBBY = { groups: ['ロビー'] }
const HALL = { groups: ['議場'] }
const person = (id: string, role: Person['role'], groups: Person['groups'] = null): Person => {
  return { id, username: id, name: id, role, groups }
}
const SATO = person('sato', 'editor')
const ADMIN = person('admin', 'admin')
const actor = ({ id, username, role, groups }: Person): Actor => {
  return { kind: 'user', id, username, role, groups, mustChangePassword: false, ip: '' }
}
const ids = (persons: readonly Person[] | null) => persons?.map(({ id }) => id) ?? null
const asked = (who: Person, displays: readonly { groups: string[] }[], people: readonly Person[], alone = false) =>
  ids(secondPersons(actor(who), displays, people, { mayPublishAlone: alone }))

describe('a second person', () => {
  it('is not needed where nobody was made an approver', () => {
    expect(asked(SATO, [LOBBY], [SATO, ADMIN])).toBeNull()
  })

  it('is needed as soon as somebody else is an approver: one of them, or an administrator', () => {
    const kato = person('kato', 'approver')
    expect(asked(SATO, [LOBBY], [SATO, ADMIN, kato])).toEqual(['admin', 'kato'])
    expect(asked(ADMIN, [LOBBY], [SATO, ADMIN, kato])).toEqual(['kato'])
    expect(asked(kato, [LOBBY], [SATO, kato])).toBeNull()
    expect(asked(kato, [LOBBY], [SATO, ADMIN, kato])).toBeNull()
  })

  it('must answer for every display; touching one of another place is no way around', () => {
    const kato = person('kato', 'approver', ['ロビー'])
    expect(asked(SATO, [HALL], [SATO, ADMIN, kato])).toBeNull()
    expect(asked(SATO, [LOBBY, HALL], [SATO, ADMIN, kato])).toEqual(['admin'])
    expect(asked(SATO, [LOBBY, HALL], [SATO, kato])).toBeNull()
    expect(mayDecide(kato, [LOBBY, HALL])).toBe(false)
  })

  it('is never needed where one person may publish alone, nor on the server itself', () => {
    const people = [SATO, person('kato', 'approver')]
    expect(asked(SATO, [LOBBY], people, true)).toBeNull()
    expect(secondPersons({ kind: 'local', ip: '' }, [LOBBY], people, { mayPublishAlone: false })).toBeNull()
    expect(asked(SATO, [], people)).toBeNull()
  })
})
