import type { Page } from '@playwright/test'

type Colours = { ground: string; text: string }

/** The ground of one element and the letters of another, by selector. */
export const coloursOf = (page: Page, ground: string, text: string): Promise<Colours> =>
  page.evaluate(
    ([groundAt, textAt]) => {
      const style = (selector: string): CSSStyleDeclaration =>
        getComputedStyle(document.querySelector(selector) ?? document.body)
      return { ground: style(groundAt).backgroundColor, text: style(textAt).color }
    },
    [ground, text] as const,
  )

/** WCAG 2.2 contrast of two `rgb()` colours. */
export function contrast({ ground, text }: Colours): number {
  const luminance = (colour: string): number => {
    const [r = 0, g = 0, b = 0] = (colour.match(/\d+/g) ?? []).map((part) => {
      const share = Number(part) / 255
      return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
    })
    return 0.2126 * r + 0.7152 * g + 0.0722 * b
  }
  const [dark = 0, light = 0] = [luminance(ground), luminance(text)].toSorted((a, b) => a - b)
  return (light + 0.05) / (dark + 0.05)
}
