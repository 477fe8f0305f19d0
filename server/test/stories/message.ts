/** One webhook as a provider would send it: to which kind of connection, and its body. */
export interface Message {
  provider: 'calendly' | 'acuity' | 'stripe' | 'whop' | 'manychat' | 'custom'
  body: object
  /** Which of all must not be lost on the way, or comes only when all else is done; else chance decides. */
  comes?: 'first' | 'last'
}

export const seconds = (date: Date): number => Math.floor(date.getTime() / 1000)

export const later = (date: Date, bySeconds: number): Date => new Date(date.getTime() + bySeconds * 1000)
