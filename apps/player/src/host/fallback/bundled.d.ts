/** What Vite puts into the bundle as text. */
declare module '*.css?inline' {
  const css: string
  export default css
}
declare module '*.svg?raw' {
  const svg: string
  export default svg
}
