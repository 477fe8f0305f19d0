import type { ApolloClient } from '@apollo/client'
import type { Portal } from '../portal.ts'
import type { TodayDays } from '../today/today-days.ts'

/** Whose portal is read ahead, and on which day of the team's. */
export interface Whose {
  role: Portal['role']
  cameBy: Portal['cameBy']
  leaderboard: Portal['shows']['leaderboard']
  money: Portal['shows']['money']
  /** `YYYY-MM-DD` in the organization's time zone. */
  today: string
  days: TodayDays
}

/** Asks what a page begins with, before anybody opens it: the client's cache has it then. */
export type AskAhead = (client: ApolloClient, whose: Whose) => Promise<unknown>
