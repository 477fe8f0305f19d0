import type { GraphContext } from './context.ts'

/**
 * What a subscription's `subscribe` yields each time that something happened: what to tell, worked out anew for whoever the caller is
 * by then. Each thing that it answers becomes the root of one answer.
 */
export type Telling = (context: GraphContext) => Promise<readonly object[]>

/** Turns what is followed into tellings; its `return` ends what it follows at once. */
export const tellings = <Happening>(
  followed: AsyncIterableIterator<Happening>,
  tell: (context: GraphContext, happening: Happening) => Promise<readonly object[]>,
): AsyncIterableIterator<Telling> => {
  const iterator: AsyncIterableIterator<Telling> = {
    async next() {
      const step = await followed.next()
      return step.done ? { done: true, value: undefined } : { done: false, value: (context) => tell(context, step.value) }
    },
    async return() {
      await followed.return?.()
      return { done: true, value: undefined }
    },
    [Symbol.asyncIterator]: () => iterator,
  }
  return iterator
}
