/** A binary heap of nodes by cost, then by number; a node that is pushed again with a lower cost moves up. */
export class NodeHeap {
  readonly #nodes: Int32Array
  readonly #costs: Float64Array
  /** Where each node stands in the heap, plus one; 0 where it does not. */
  readonly #places: Int32Array
  #size = 0

  constructor(nodeCount: number) {
    this.#nodes = new Int32Array(nodeCount)
    this.#costs = new Float64Array(nodeCount)
    this.#places = new Int32Array(nodeCount)
  }

  push(node: number, cost: number): void {
    const known = (this.#places[node] ?? 0) - 1
    const at = known >= 0 ? known : this.#size++
    this.#rise(at, node, cost)
  }

  /** The cheapest node, −1 where there is none. */
  pop(): number {
    if (this.#size === 0) return -1
    const top = this.#nodes[0] ?? -1
    this.#places[top] = 0
    this.#size--
    if (this.#size > 0) this.#sink(this.#nodes[this.#size] ?? -1, this.#costs[this.#size] ?? 0)
    return top
  }

  #rise(from: number, node: number, cost: number): void {
    let at = from
    while (at > 0) {
      const parent = (at - 1) >> 1
      if (!this.#isBefore(cost, node, parent)) break
      this.#put(at, this.#nodes[parent] ?? -1, this.#costs[parent] ?? 0)
      at = parent
    }
    this.#put(at, node, cost)
  }

  #sink(node: number, cost: number): void {
    let at = 0
    for (;;) {
      let child = 2 * at + 1
      if (child >= this.#size) break
      const right = child + 1
      if (right < this.#size && this.#isBefore(this.#costs[right] ?? 0, this.#nodes[right] ?? -1, child)) child = right
      if (this.#isBefore(cost, node, child)) break
      this.#put(at, this.#nodes[child] ?? -1, this.#costs[child] ?? 0)
      at = child
    }
    this.#put(at, node, cost)
  }

  #put(at: number, node: number, cost: number): void {
    this.#nodes[at] = node
    this.#costs[at] = cost
    this.#places[node] = at + 1
  }

  #isBefore(cost: number, node: number, at: number): boolean {
    const other = this.#costs[at] ?? 0
    return cost < other || (cost === other && node < (this.#nodes[at] ?? -1))
  }
}
