import { DeskShelter, IdParam, ShelterEdit, ShelterOpening, Towns } from '@akari/protocol'
import { z } from 'zod'
import { type Access, ALL_ROLES } from '../../http/actor.ts'
import type { Api } from '../../http/api.ts'
import type { SheltersService } from './shelters.service.ts'

const reads: Access = { who: 'staff', roles: ALL_ROLES }
const keeps: Access = { who: 'staff', roles: ['admin', 'disaster'] }

/** The lists of shelters and towns. */
export function addShelterRoutes(api: Api, shelters: SheltersService): void {
  const tag = 'alerts'
  const params = IdParam
  api.add(
    {
      method: 'get',
      path: '/shelters',
      tag,
      summary: '避難所の一覧 / The city’s shelters',
      access: reads,
      response: z.array(DeskShelter),
    },
    async () => [...(await shelters.list())],
  )
  api.add(
    {
      method: 'post',
      path: '/shelters',
      tag,
      summary: '避難所を加える / Add a shelter',
      access: keeps,
      body: ShelterEdit,
      response: DeskShelter,
      status: 201,
    },
    ({ actor, body }) => shelters.create(actor, body),
  )
  api.add(
    {
      method: 'put',
      path: '/shelters/:id',
      tag,
      summary: '避難所を直す / Change a shelter',
      access: keeps,
      params,
      body: ShelterEdit,
      response: DeskShelter,
    },
    ({ actor, params: { id }, body }) => shelters.edit(actor, id, body),
  )
  api.add(
    {
      method: 'post',
      path: '/shelters/:id/opening',
      tag,
      summary: '開設・閉鎖 / Open or close a shelter',
      access: keeps,
      params,
      body: ShelterOpening,
      response: DeskShelter,
    },
    ({ actor, params: { id }, body }) => shelters.open(actor, id, body.open),
  )
  api.add(
    {
      method: 'delete',
      path: '/shelters/:id',
      tag,
      summary: '避難所を除く / Remove a shelter',
      access: keeps,
      params,
    },
    async ({ actor, params: { id } }) => {
      await shelters.remove(actor, id)
      return undefined
    },
  )
  api.add(
    {
      method: 'get',
      path: '/towns',
      tag,
      summary: '避難情報に使う町名 / Towns an evacuation order can name',
      access: reads,
      response: Towns,
    },
    async () => [...(await shelters.towns())],
  )
  api.add(
    {
      method: 'put',
      path: '/towns',
      tag,
      summary: '町名の一覧を直す / Change the list of towns',
      access: keeps,
      body: Towns,
      response: Towns,
    },
    async ({ actor, body }) => [...(await shelters.saveTowns(actor, body))],
  )
}
