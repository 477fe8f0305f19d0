import { askAuth, type AuthAnswer } from '../../lib/auth-api.ts'

/** What others call the person from now on, in all their organizations. */
export const updateName = (name: string): Promise<AuthAnswer> => askAuth('update-user', { name })

/** Ends every session but this one. */
export const changePassword = (currentPassword: string, newPassword: string): Promise<AuthAnswer> =>
  askAuth('change-password', { currentPassword, newPassword, revokeOtherSessions: true })
