/** Runs `work` at once, and again for whatever was asked within `everyMs` of that, when they are over. */
export function pacer(everyMs: number, work: () => void) {
  let timer: NodeJS.Timeout | null = null
  let isAskedAgain = false

  function run(): void {
    work()
    timer = setTimeout(() => {
      timer = null
      if (!isAskedAgain) return
      isAskedAgain = false
      run()
    }, everyMs)
  }

  return {
    call: (): void => {
      if (timer === null) run()
      else isAskedAgain = true
    },
    close: (): void => {
      if (timer !== null) clearTimeout(timer)
    },
  }
}
