import { useEffect, useState } from 'react'

/** False at first, true after a delay: keeps a quick answer from flashing a skeleton. */
export function useDelayed(delayMs: number): boolean {
  const [passed, setPassed] = useState(delayMs <= 0)
  useEffect(() => {
    const timer = setTimeout(() => setPassed(true), delayMs)
    return () => clearTimeout(timer)
  }, [delayMs])
  return passed
}
