import type { Point } from '@akari/protocol'
import { linesOfPath } from './path-data.ts'
import type { SvgElement } from './svg-tree.ts'
import { type Affine, apply, within } from './transform.ts'

/** The lines that an element and all in it draw, in the document's coordinates; `transform` is what stands around it. */
export function linesOf(element: SvgElement, transform: Affine): Point[][] {
  const own = within(transform, element.attributes.get('transform'))
  const drawn = ownLines(element)
    .filter((line) => line.every((point) => point.every(Number.isFinite)))
    .map((line) => line.map((point) => apply(own, point)))
  return [...drawn, ...element.children.flatMap((child) => linesOf(child, own))]
}

function ownLines({ name, attributes }: SvgElement): Point[][] {
  const number = (key: string) => Number.parseFloat(attributes.get(key) ?? '0')
  switch (name) {
    case 'line':
      return [
        [
          [number('x1'), number('y1')],
          [number('x2'), number('y2')],
        ],
      ]
    case 'polyline':
    case 'polygon': {
      const points = pairs(attributes.get('points') ?? '')
      const [first] = points
      if (first === undefined || points.length < 2) return []
      return [name === 'polygon' ? [...points, first] : points]
    }
    case 'rect': {
      const [x, y, width, height] = [number('x'), number('y'), number('width'), number('height')]
      return [
        [
          [x, y],
          [x + width, y],
          [x + width, y + height],
          [x, y + height],
          [x, y],
        ],
      ]
    }
    case 'circle':
    case 'ellipse': {
      const [cx, cy] = [number('cx'), number('cy')]
      const [rx, ry] = name === 'circle' ? [number('r'), number('r')] : [number('rx'), number('ry')]
      return [
        Array.from({ length: 17 }, (_, n): Point => {
          const angle = ((n % 16) * Math.PI) / 8
          return [cx + rx * Math.cos(angle), cy + ry * Math.sin(angle)]
        }),
      ]
    }
    case 'path':
      return linesOfPath(attributes.get('d') ?? '')
    default:
      return []
  }
}

function pairs(list: string): Point[] {
  const numbers = (list.match(/[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?/g) ?? []).map(Number)
  return Array.from({ length: Math.floor(numbers.length / 2) }, (_, n) => [
    numbers[2 * n] ?? 0,
    numbers[2 * n + 1] ?? 0,
  ])
}
