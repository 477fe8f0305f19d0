import { boolean, index, integer, pgSchema, text, uuid } from 'drizzle-orm/pg-core'
import { instant, oneOf } from '../../columns.ts'

/** The sign-in library's own tables: a schema of their own, which only the role `auth_user` may touch. */
export const auth = pgSchema('auth')

export const users = auth.table('users', {
  id: uuid('id').primaryKey(),
  name: text('name').notNull(),
  email: text('email').notNull().unique(),
  emailVerified: boolean('email_verified').notNull().default(false),
  /** Whether signing in asks for a code of their authenticator app. */
  twoFactorEnabled: boolean('two_factor_enabled').notNull().default(false),
  image: text('image'),
  createdAt: instant('created_at').notNull().defaultNow(),
  updatedAt: instant('updated_at').notNull().defaultNow(),
})

export const sessions = auth.table(
  'sessions',
  {
    id: uuid('id').primaryKey(),
    userId: uuid('user_id')
      .notNull()
      .references(() => users.id, { onDelete: 'cascade' }),
    token: text('token').notNull().unique(),
    expiresAt: instant('expires_at').notNull(),
    ipAddress: text('ip_address'),
    userAgent: text('user_agent'),
    createdAt: instant('created_at').notNull().defaultNow(),
    updatedAt: instant('updated_at').notNull().defaultNow(),
  },
  (t) => [index('sessions_by_user').on(t.userId)],
)

export const accounts = auth.table(
  'accounts',
  {
    id: uuid('id').primaryKey(),
    userId: uuid('user_id')
      .notNull()
      .references(() => users.id, { onDelete: 'cascade' }),
    accountId: text('account_id').notNull(),
    providerId: text('provider_id').notNull(),
    accessToken: text('access_token'),
    refreshToken: text('refresh_token'),
    idToken: text('id_token'),
    accessTokenExpiresAt: instant('access_token_expires_at'),
    refreshTokenExpiresAt: instant('refresh_token_expires_at'),
    scope: text('scope'),
    /** A slow, salted hash; never the password. */
    password: text('password'),
    createdAt: instant('created_at').notNull().defaultNow(),
    updatedAt: instant('updated_at').notNull().defaultNow(),
  },
  (t) => [index('accounts_by_user').on(t.userId)],
)

export const verifications = auth.table(
  'verifications',
  {
    id: uuid('id').primaryKey(),
    identifier: text('identifier').notNull(),
    value: text('value').notNull(),
    expiresAt: instant('expires_at').notNull(),
    createdAt: instant('created_at').notNull().defaultNow(),
    updatedAt: instant('updated_at').notNull().defaultNow(),
  },
  (t) => [index('verifications_by_identifier').on(t.identifier)],
)

/** A user's second factor: the secret of their authenticator app and their recovery codes, both encrypted by the sign-in library. */
export const twoFactors = auth.table(
  'two_factors',
  {
    id: uuid('id').primaryKey(),
    userId: uuid('user_id')
      .notNull()
      .references(() => users.id, { onDelete: 'cascade' }),
    secret: text('secret').notNull(),
    backupCodes: text('backup_codes').notNull(),
    /** False until its owner has shown a first code. */
    verified: boolean('verified').notNull().default(true),
    failedVerificationCount: integer('failed_verification_count').notNull().default(0),
    lockedUntil: instant('locked_until'),
  },
  (t) => [index('two_factors_by_user').on(t.userId)],
)

export const sessionEndings = ['signed_in_elsewhere', 'revoked', 'password_reset', 'idle'] as const

/** A session that somebody or something else ended, so that its holder is told why. Kept for a month. */
export const endedSessions = auth.table(
  'ended_sessions',
  {
    /** SHA-256 of the session's token, hex. */
    tokenHash: text('token_hash').primaryKey(),
    userId: uuid('user_id')
      .notNull()
      .references(() => users.id, { onDelete: 'cascade' }),
    reason: text('reason', { enum: sessionEndings }).notNull(),
    endedAt: instant('ended_at').notNull().defaultNow(),
  },
  (t) => [
    index('ended_sessions_by_user').on(t.userId),
    index('ended_sessions_by_age').on(t.endedAt),
    oneOf('ended_sessions_reason_known', t.reason, sessionEndings),
  ],
)
