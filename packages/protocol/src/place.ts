import { z } from 'zod'
import { Texts } from './language.ts'

/** WGS 84, degrees. */
export const GeoPoint = z.object({ lat: z.number().min(-90).max(90), lon: z.number().min(-180).max(180) })
export type GeoPoint = z.infer<typeof GeoPoint>

/** Whom alerts concern: the codes telegrams use for one city, and how its areas are called on the glass. */
export const Place = z.object({
  /** 市町村等, 7 digits: the only tier of a weather warning that decides. */
  city: z.object({ code: z.string().regex(/^\d{7}$/), name: Texts }),
  /** 一次細分区域 and 市町村等をまとめた地域; never used to decide whether a warning concerns the city. */
  region: z.object({ code: z.string().regex(/^\d{6}$/), subregionCode: z.string().regex(/^\d{6}$/), name: Texts }),
  /** 地震情報／細分区域, the area of earthquake early warnings. */
  earthquakeArea: z.object({ code: z.string().regex(/^\d{3}$/), name: Texts }),
  /** 府県: who a telegram without city codes is for, by name; never decides where a telegram has them. */
  prefecture: z.object({ code: z.string().regex(/^\d{6}$/), name: z.string().min(1) }),
  /** 指定河川 (12 digits) that concern the city where a telegram lists no cities. */
  rivers: z.array(z.string().regex(/^\d{12}$/)).readonly(),
  /** Offices (EditorialOffice) whose weather warnings name this city: a 取消 names no areas. */
  weatherOffices: z.array(z.string().min(1)).readonly(),
  /** The city hall. */
  point: GeoPoint,
  /** The city's border to some 200 m, not closed; an alert whose area reaches into it concerns the city. */
  outline: z.array(GeoPoint).min(3).readonly(),
})
export type Place = z.infer<typeof Place>
