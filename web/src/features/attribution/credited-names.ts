interface Credit {
  closer: { name: string } | null
  setter: { name: string } | null
}

/** Who a payment is credited to, by name, the closer first; none where it is credited to nobody. */
export const creditedNames = (payment: Credit | undefined): string[] =>
  [payment?.closer?.name, payment?.setter?.name].filter((name) => name !== undefined)
