/** What of an organization decides whether anybody may act in it. */
export interface OrganizationDoor {
  state: 'active' | 'suspended' | 'deleting'
  stateReason: string | null
}

/** The columns of it, for a query on `organizations`. */
export const doorColumns = `state, state_reason as "stateReason"`

/** Why nobody may act in an organization now, or null where they may. */
export function whyShut({ state, stateReason }: OrganizationDoor): string | null {
  switch (state) {
    case 'active':
      return null
    case 'suspended':
      return `This organization is suspended. ${stateReason ?? 'Write to support to have it opened again.'}`
    case 'deleting':
      // A deletion with a reason was decided by an operator, and is not the owner's to take back.
      return stateReason
        ? `This organization is about to be deleted. ${stateReason}`
        : 'This organization is about to be deleted. Until then its owner can keep it.'
  }
}
