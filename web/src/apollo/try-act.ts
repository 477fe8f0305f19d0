import { notify } from '../components/notify.ts'
import { readError } from './read-error.ts'

/** Does something, and says in a corner where it failed. Answers whether it was done. */
export async function tryAct(work: () => Promise<unknown>): Promise<boolean> {
  try {
    await work()
    return true
  } catch (error) {
    const { title, advice } = readError(error)
    notify.problem(title, { detail: advice })
    return false
  }
}
