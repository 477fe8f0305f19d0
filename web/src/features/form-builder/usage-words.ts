import { formatCount } from '../../lib/format-count.ts'

/** `No forms`, `1 form`, `1,240 forms`. */
export function formsWord(count: number): string {
  if (count === 0) return 'No forms'
  return count === 1 ? '1 form' : `${formatCount(count)} forms`
}
