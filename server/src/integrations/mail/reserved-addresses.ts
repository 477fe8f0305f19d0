import type { Mailer } from '../../kernel/mail.ts'

/** Domains that belong to nobody and never will: those of examples, of which a demo is full. */
const reserved = /[@.](?:test|example|invalid|localhost|example\.(?:com|net|org))$/i

/** A carrier that is spared addresses at which nobody can be: each would come back to it, and count against its sender. */
export const sparedReserved = (mailer: Mailer): Mailer => ({
  name: mailer.name,
  send: (mail, key) => (reserved.test(mail.to) ? Promise.resolve() : mailer.send(mail, key)),
})
