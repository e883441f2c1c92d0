/** A column of whole numbers that grows as a table is read, at a tenth of what an array of numbers takes. */
export class GrowingInts {
  #values = new Int32Array(1024)
  length = 0

  push(value: number): void {
    if (this.length === this.#values.length) {
      const larger = new Int32Array(this.length * 2)
      larger.set(this.#values)
      this.#values = larger
    }
    this.#values[this.length++] = value
  }

  at(index: number): number {
    return this.#values[index] ?? 0
  }

  /** The values in another order: the result's n-th is the one at `order[n]`. */
  inOrder(order: Uint32Array): Int32Array {
    return Int32Array.from(order, (index) => this.#values[index] ?? 0)
  }
}
