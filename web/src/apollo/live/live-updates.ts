import type { ApolloClient } from '@apollo/client'
import { print } from '@apollo/client/utilities'
import { createClient } from 'graphql-ws'
import { graphql } from '../generated/index.ts'
import { askAgain } from './affected-queries.ts'
import { inTurns } from './in-turns.ts'
import { setTold } from './live-state.ts'

const activitySubscription = graphql(`
  subscription LiveUpdates {
    activity {
      kind
    }
  }
`)

export interface LiveUpdateSettings {
  client: ApolloClient
  /** What the first message says of the caller, who is known by cookie: read anew whenever the socket is opened. */
  caller: () => Record<string, string>
  /** The address of the socket. */
  url: string
}

/** Nobody is signed in any more: coming again would end alike. */
const signedOut = 4401

const firstWaitMs = 500
const longestWaitMs = 30_000
const pulseMs = 20_000
const pulseWithinMs = 5_000

/** Longer each time, and for each page another: a server that comes back is not asked by all of them at once. */
const waitMs = (retries: number): number =>
  Math.min(longestWaitMs, firstWaitMs * 2 ** Math.min(retries, 10)) * (0.5 + Math.random())

/** While the device itself says that it has no network, nothing need be tried. */
const untilOnline = (): Promise<void> =>
  navigator.onLine
    ? Promise.resolve()
    : new Promise((resolve) => window.addEventListener('online', () => resolve(), { once: true }))

const isSignedOut = (problem: unknown): boolean =>
  typeof problem === 'object' && problem !== null && 'code' in problem && problem.code === signedOut

/**
 * Is told by the server of what happens, and asks again what the page shows. Opens the socket again whenever it closes, and subscribes
 * again whenever that ended, unless nobody is signed in any more; what happened meanwhile is asked for then.
 */
export function startLiveUpdates({ client, caller, url }: LiveUpdateSettings): () => void {
  const turns = inTurns(() => askAgain(client), { apartMs: 1_000, gatherMs: 100 })
  let pulse: ReturnType<typeof setTimeout> | undefined
  const socket = createClient({
    url,
    connectionParams: caller,
    retryAttempts: Infinity,
    shouldRetry: () => true,
    retryWait: async (retries) => {
      await new Promise((resolve) => setTimeout(resolve, waitMs(retries)))
      await untilOnline()
    },
    keepAlive: pulseMs,
    on: {
      connected() {
        setTold(true)
        turns.ask()
      },
      closed() {
        clearTimeout(pulse)
        setTold(false)
      },
      // A phone that changed its network is told by nobody that the socket is gone.
      ping(received) {
        if (!received) pulse = setTimeout(() => socket.terminate(), pulseWithinMs)
      },
      pong(received) {
        if (received) clearTimeout(pulse)
      },
    },
  })
  let stopped = false
  let refusals = 0
  let again: ReturnType<typeof setTimeout> | undefined
  let end = (): void => undefined
  const comeAgain = () => {
    if (stopped) return
    again = setTimeout(subscribe, waitMs(refusals))
    refusals += 1
  }
  function subscribe(): void {
    end = socket.subscribe(
      { query: print(activitySubscription) },
      {
        next() {
          refusals = 0
          turns.ask()
        },
        error(problem) {
          turns.ask()
          if (!isSignedOut(problem)) comeAgain()
        },
        complete: comeAgain,
      },
    )
  }
  subscribe()
  return () => {
    stopped = true
    turns.stop()
    clearTimeout(pulse)
    clearTimeout(again)
    end()
    // It fails where the socket never opened: then there is none to be closed.
    Promise.resolve(socket.dispose()).catch(() => undefined)
    setTold(false)
  }
}
