const EVERY_MS = 1000

/** Who is read to is there: tells so again and again until the reading is over, however it ends. */
export async function staying(reading: Promise<unknown>, onStay: () => void): Promise<void> {
  const timer = setInterval(onStay, EVERY_MS)
  try {
    await reading
  } finally {
    clearInterval(timer)
  }
}
