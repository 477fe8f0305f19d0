import type postgres from 'postgres'
import type { SessionEnding } from './session-endings.ts'

/** What is asked of the sign-in tables beside what the library asks of them itself. */
export class SignInStore {
  readonly #sql: postgres.Sql

  /** `sql` logs in as `auth_user`. */
  constructor(sql: postgres.Sql) {
    this.#sql = sql
  }

  /**
   * An account whose address was never confirmed is nobody's: who signs up with the address anew begins anew, and a password that
   * somebody else chose for it before is gone.
   */
  async forgetUnconfirmed(email: string): Promise<void> {
    await this.#sql`delete from auth.users where email = ${email} and not email_verified`
  }

  /** Confirms an account that waits for it, once; false where it waits no more, or a new sign-up has replaced it. */
  async confirmWaiting(userId: string): Promise<boolean> {
    const { count } = await this.#sql`
      update auth.users set email_verified = true, updated_at = now() where id = ${userId} and not email_verified`
    return count === 1
  }

  /** Whoever chose a password by a link in a mail to the address has shown that it reaches them. */
  async confirmAddress(userId: string): Promise<void> {
    await this.#sql`update auth.users set email_verified = true, updated_at = now() where id = ${userId}`
  }

  /** The names of a user's organizations. */
  async organizationNames(userId: string): Promise<string[]> {
    const rows = await this.#sql<{ name: string }[]>`select name from identity.organization_names(${userId}) as name`
    return rows.map(({ name }) => name)
  }

  /**
   * Ends a session that was not used for as long as one of its user's organizations allows, and says whether it is gone: of several that
   * ask at once, those that come later find it gone, and are told so as well.
   */
  async endIfIdle(sessionId: string): Promise<boolean> {
    await this.#sql`
      with gone as (
        delete from auth.sessions
        where id = ${sessionId} and updated_at <= now() - make_interval(hours => identity.session_idle_hours(user_id))
        returning token, user_id
      )
      insert into auth.ended_sessions (token_hash, user_id, reason)
      select encode(sha256(token::bytea), 'hex'), user_id, 'idle' from gone on conflict do nothing`
    const [left] = await this.#sql`select from auth.sessions where id = ${sessionId}`
    return left === undefined
  }

  /** The hash of a user's password; null for one who has none. */
  async passwordHash(userId: string): Promise<string | null> {
    const [row] = await this.#sql<{ password: string | null }[]>`
      select password from auth.accounts where user_id = ${userId} and provider_id = 'credential'`
    return row?.password ?? null
  }

  /** Whether a session began no longer ago than this. */
  async beganWithin(sessionId: string, seconds: number): Promise<boolean> {
    const [row] = await this.#sql<{ fresh: boolean }[]>`
      select created_at > now() - make_interval(secs => ${seconds}) as fresh from auth.sessions where id = ${sessionId}`
    return row?.fresh === true
  }

  /** Notes that a session was used just now. */
  async noteSeen(sessionId: string): Promise<void> {
    await this.#sql`update auth.sessions set updated_at = now() where id = ${sessionId}`
  }

  /** Why a session was ended, by its token's hash; null where nothing is known of it. */
  async whyEnded(tokenHash: string): Promise<SessionEnding | null> {
    const [row] = await this.#sql<{ reason: SessionEnding }[]>`select reason from auth.ended_sessions where token_hash = ${tokenHash}`
    return row?.reason ?? null
  }

  async noteEnding(session: { token: string; userId: string }, reason: SessionEnding): Promise<void> {
    await this.#sql`insert into auth.ended_sessions (token_hash, user_id, reason)
      values (encode(sha256(${session.token}::text::bytea), 'hex'), ${session.userId}, ${reason}) on conflict do nothing`
  }

  /**
   * Where the user may have one session at once, ends all but the given one. Each sign-in holds the user's row while it looks, so of
   * several at once the first ends those that wait, and they find theirs gone and end nobody's: exactly one is left.
   */
  async keepOneSession(userId: string, sessionId: string): Promise<void> {
    await this.#sql.begin(async (sql) => {
      const [limit] = await sql<{ one: boolean }[]>`select identity.has_one_session(${userId}) as one`
      if (!limit?.one) return
      await lockUser(sql, userId)
      await endOtherSessions(sql, userId, sessionId)
    })
  }
}

/** Holds against other sign-ins of the user, and against nothing else. */
export async function lockUser(sql: postgres.ISql, userId: string): Promise<void> {
  await sql`select from auth.users where id = ${userId} for no key update`
}

/** A statement of its own, after the lock: it sees what was committed while that was waited for. */
export async function endOtherSessions(sql: postgres.ISql, userId: string, sessionId: string): Promise<void> {
  await sql`
    with gone as (
      delete from auth.sessions where user_id = ${userId} and id <> ${sessionId}
        and exists (select from auth.sessions mine where mine.id = ${sessionId})
      returning token, user_id
    )
    insert into auth.ended_sessions (token_hash, user_id, reason)
    select encode(sha256(token::bytea), 'hex'), user_id, 'signed_in_elsewhere' from gone on conflict do nothing`
}
