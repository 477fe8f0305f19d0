/** One webhook as a provider would send it: to which kind of connection, and its body. */
export interface Message {
  provider: 'calendly' | 'stripe' | 'whop' | 'custom'
  body: object
}

export const seconds = (date: Date): number => Math.floor(date.getTime() / 1000)

export const later = (date: Date, bySeconds: number): Date => new Date(date.getTime() + bySeconds * 1000)
