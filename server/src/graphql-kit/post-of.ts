import type { Post } from '../kernel/mail.ts'
import type { GraphContext } from './context.ts'

/** What an operation needs to write to somebody. */
export const postOf = ({ services }: GraphContext): Post => ({
  publicUrl: services.publicUrl(),
  vault: services.vault,
  unlimited: services.unlimited,
})
