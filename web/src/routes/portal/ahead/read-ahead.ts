import type { ApolloClient } from '@apollo/client'
import type { AskAhead, Whose } from './ask-ahead.ts'
import { askCalls } from './ask-calls.ts'

/** Every page with what it begins with, those first that are wanted where there is no network. */
const pages: readonly (() => Promise<AskAhead>)[] = [
  () => Promise.resolve(askCalls),
  async () => (await import('../today/today-page.tsx')).askToday,
  async () => (await import('../forms/forms-page.tsx')).askForms,
  async () => (await import('../upcoming/upcoming-page.tsx')).askUpcoming,
  async () => (await import('../numbers/numbers-page.tsx')).askNumbers,
  async () => (await import('../statement/statement-page.tsx')).askStatement,
  async () => (await import('../leaderboard/leaderboard-page.tsx')).askLeaderboard,
  async () => (await import('../profile/profile-page.tsx')).askProfile,
]

/**
 * Fetches the code of every page and what each begins with, one after the other, until all is there or nobody is there any more.
 * Fails where something cannot be fetched: what came before it stays.
 */
export async function readAhead(client: ApolloClient, whose: Whose, isLeft: () => boolean): Promise<void> {
  for (const load of pages) {
    const ask = await load()
    if (isLeft()) return
    await ask(client, whose)
  }
}
