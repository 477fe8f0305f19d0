/** Acuity's Basic authorization: the account's user id, and its API key. */
export const authorizationOf = ({ account, apiKey }: { account: string; apiKey: string }): string =>
  `Basic ${Buffer.from(`${account}:${apiKey}`).toString('base64')}`
