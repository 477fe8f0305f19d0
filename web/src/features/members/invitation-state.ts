/** Where an invitation stands. */
export type InvitationState = 'pending' | 'accepted' | 'revoked' | 'expired'

export interface InvitationDates {
  acceptedAt: string | null
  revokedAt: string | null
  expiresAt: string
}

/** What became of an invitation by now. One that was used stays so, whatever came after. */
export function invitationState({ acceptedAt, revokedAt, expiresAt }: InvitationDates, now: Date): InvitationState {
  if (acceptedAt !== null) return 'accepted'
  if (revokedAt !== null) return 'revoked'
  return Date.parse(expiresAt) <= now.getTime() ? 'expired' : 'pending'
}
