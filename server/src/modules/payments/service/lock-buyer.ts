/** What to hold while payments of one customer of a processor are credited: each may say whose the others are. */
export const buyerLockName = (connectionId: string, customerRef: string): string => `buyer:${connectionId}:${customerRef}`
