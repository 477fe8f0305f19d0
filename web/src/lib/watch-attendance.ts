/** Whoever has touched nothing for so long is taken to have left; somebody who reads a long page touches it sooner. */
const attendedForMs = 5 * 60_000
const signs = ['pointerdown', 'pointermove', 'keydown', 'wheel', 'touchstart'] as const

/** Watches for signs that somebody sits before the page. Answers a function that tells whether nobody does any more. */
export function watchAttendance(target: Pick<Window, 'addEventListener'> = window, now = Date.now): () => boolean {
  let lastSignAt = now()
  const note = () => {
    lastSignAt = now()
  }
  for (const sign of signs) target.addEventListener(sign, note, { passive: true, capture: true })
  return () => now() - lastSignAt > attendedForMs
}
