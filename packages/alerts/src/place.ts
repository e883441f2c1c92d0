import type { Texts } from '@akari/protocol'
import koganei from './places/koganei.json' with { type: 'json' }

/** WGS 84, degrees. */
export type GeoPoint = { lat: number; lon: number }

/** Whom it concerns: the codes telegrams use for one city, and how its areas are called on the glass. */
export type Place = {
  /** 市町村等, 7 digits: the only tier of a weather warning that decides. */
  city: { code: string; name: Texts }
  /** 一次細分区域 and 市町村等をまとめた地域; never used to decide whether a warning concerns the city. */
  region: { code: string; subregionCode: string; name: Texts }
  /** 地震情報／細分区域, the area of earthquake early warnings. */
  earthquakeArea: { code: string; name: Texts }
  /** 府県: who a telegram without city codes is for, by name; never decides where a telegram has them. */
  prefecture: { code: string; name: string }
  /** 指定河川 (12 digits) that concern the city where a telegram lists no cities. */
  rivers: readonly string[]
  /** Offices (EditorialOffice) whose weather warnings name this city: a 取消 names no areas. */
  weatherOffices: readonly string[]
  /** The city hall: WGS 84 degrees. */
  point: GeoPoint
  /** The city's border to some 200 m, not closed; an alert whose area reaches into it concerns the city. */
  outline: readonly GeoPoint[]
}

/** 小金井市, the shipped default. */
export const KOGANEI: Place = koganei
