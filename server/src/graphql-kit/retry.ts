/** What every input says of its `clientMutationId`. */
export const retryDescription = 'Makes a retry safe: the same id with the same input is answered once and the same, for 24 hours.'
