/** 気象庁防災情報XML, namespaces of jmaxml1. */
export const REPORT_NS = 'http://xml.kishou.go.jp/jmaxml1/'
export const HEAD_NS = 'http://xml.kishou.go.jp/jmaxml1/informationBasis1/'
export const METEOROLOGY_NS = 'http://xml.kishou.go.jp/jmaxml1/body/meteorology1/'
export const SEISMOLOGY_NS = 'http://xml.kishou.go.jp/jmaxml1/body/seismology1/'
export const VOLCANOLOGY_NS = 'http://xml.kishou.go.jp/jmaxml1/body/volcanology1/'
