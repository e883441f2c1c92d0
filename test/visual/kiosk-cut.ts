/** What does not fit into what it is in, and words of what is touched that a line's end tears; runs in the page. */
export function cutWords(): string[] {
  const called = ({ className, dataset }: HTMLElement): string =>
    `${className} ${dataset['testid'] ?? dataset['screen'] ?? ''}`
  const all = [...document.querySelectorAll<HTMLElement>('.ak-kiosk button, .ak-screen, .ak-kiosk-sheet, .ak-step')]
  const overfull = all
    .filter((box) => box.scrollWidth > box.clientWidth + 2 || box.scrollHeight > box.clientHeight + 2)
    .map((box) => `${called(box)} ${box.scrollWidth}>${box.clientWidth} ${box.scrollHeight}>${box.clientHeight}`)
  // A word of a text node is torn where its letters stand in lines of which one begins below the middle of the other.
  const isTorn = (node: Text, word: RegExpExecArray): boolean => {
    const range = document.createRange()
    range.setStart(node, word.index)
    range.setEnd(node, word.index + word[0].length)
    const lines = [...range.getClientRects()].filter(({ width }) => width > 0)
    return lines.some(({ top, height }) => top > (lines[0]?.top ?? top) + height / 2)
  }
  const torn = [...document.querySelectorAll<HTMLElement>('.ak-kiosk button')].flatMap((button) => {
    const texts = document.createTreeWalker(button, NodeFilter.SHOW_TEXT)
    const found: string[] = []
    for (let node = texts.nextNode(); node !== null; node = texts.nextNode()) {
      if (!(node instanceof Text) || node.parentElement?.closest('rt') !== null) continue
      for (const word of node.data.matchAll(/[^\s\u200b·・、（(]+/g))
        if (isTorn(node, word)) found.push(`${called(button)} tears ${word[0]}`)
    }
    return found
  })
  return [...overfull, ...torn]
}
