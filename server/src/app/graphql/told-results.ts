import { createSourceEventStream, execute, type ExecutionArgs, type ExecutionResult } from 'graphql'
import type { GraphContext } from '../../graphql-kit/context.ts'
import type { Telling } from '../../graphql-kit/telling.ts'

/** Whom a subscription tells. */
export interface Audience {
  /** The caller as they are now, in a context of their own; null where they are to be told nothing more. */
  open(): Promise<GraphContext | null>
  /** Takes what so many answers cost off the caller's budget; throws where it is spent. */
  pay(context: GraphContext, answers: number): Promise<void>
  /** They could not be told what happened: they are to come again, and ask for all of it. */
  fail(error: unknown): void
}

/**
 * The answers of one subscription. Each time that something happened it is worked out anew, under the caller as they are then, what they
 * are told of it; all answers are made before the first is sent, so that one who reads slowly keeps no transaction open.
 */
export class ToldResults implements AsyncIterableIterator<ExecutionResult> {
  readonly #source: AsyncIterator<Telling>
  readonly #args: ExecutionArgs
  readonly #audience: Audience
  #ready: ExecutionResult[] = []
  #ended = false

  constructor(source: AsyncIterator<Telling>, args: ExecutionArgs, audience: Audience) {
    this.#source = source
    this.#args = args
    this.#audience = audience
  }

  async next(): Promise<IteratorResult<ExecutionResult, undefined>> {
    for (;;) {
      const ready = this.#ready.shift()
      if (ready) return { done: false, value: ready }
      if (this.#ended) return { done: true, value: undefined }
      try {
        const step = await this.#source.next()
        if (step.done) return await this.return()
        this.#ready = await this.#tell(step.value)
      } catch (error) {
        // Whoever iterates does not return what failed. Said first, so that to the client this is no end of what it asked for.
        this.#audience.fail(error)
        return this.return()
      }
    }
  }

  async return(): Promise<IteratorResult<ExecutionResult, undefined>> {
    this.#ended = true
    this.#ready = []
    await this.#source.return?.()
    return { done: true, value: undefined }
  }

  [Symbol.asyncIterator](): this {
    return this
  }

  async #tell(telling: Telling): Promise<ExecutionResult[]> {
    const context = await this.#audience.open()
    if (!context) {
      await this.return()
      return []
    }
    try {
      const told = await telling(context)
      if (told.length > 0) await this.#audience.pay(context, told.length)
      const results: ExecutionResult[] = []
      for (const rootValue of told) results.push(await execute({ ...this.#args, rootValue, contextValue: context }))
      return results
    } finally {
      await context.end()
    }
  }
}

/** Begins a subscription: what it answers from now on, or why it is refused. */
export async function beginSubscription(args: ExecutionArgs, audience: Audience): Promise<ToldResults | ExecutionResult> {
  const source = await createSourceEventStream(args)
  if (!(Symbol.asyncIterator in source)) return source
  // Every subscription of ours yields tellings; graphql leaves open what a stream is of.
  return new ToldResults((source as AsyncIterable<Telling>)[Symbol.asyncIterator](), args, audience)
}
