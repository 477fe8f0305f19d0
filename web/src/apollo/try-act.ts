import { notify } from '../components/notify.ts'
import { readError } from './read-error.ts'

/** Reading anew ends like this where its page is left meanwhile: nobody is there whom it failed. */
const wasGivenUp = (error: unknown): boolean => error instanceof Error && error.name === 'AbortError'

/** Does something, and says in a corner where it failed. Answers whether it was done. */
export async function tryAct(work: () => Promise<unknown>): Promise<boolean> {
  try {
    await work()
    return true
  } catch (error) {
    if (wasGivenUp(error)) return false
    const { title, advice } = readError(error)
    notify.problem(title, { detail: advice })
    return false
  }
}
