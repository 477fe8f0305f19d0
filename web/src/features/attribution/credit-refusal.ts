import { readError } from '../../apollo/read-error.ts'
import type { FormResult } from '../../lib/form-result.ts'
import type { CreditChoice } from './credit-choice.ts'

const fieldOf: Readonly<Record<string, keyof CreditChoice>> = {
  eventId: 'call',
  closerId: 'closer',
  setterId: 'setter',
  closers: 'closers',
  setters: 'setters',
  reason: 'reason',
}

/** Why the credit did not change, in words: beside the field that it concerns, else over the form. */
export function creditRefusal(error: unknown): Extract<FormResult<keyof CreditChoice>, { ok: false }> {
  const { code, title, advice, requestId, fields } = readError(error)
  for (const { path, message } of fields) {
    const field = fieldOf[path.split('.')[0] ?? path]
    if (field) return { ok: false, field, message }
  }
  const [problem] = fields
  if (code === 'CONFLICT') {
    return {
      ok: false,
      message:
        'The credit of this payment changed meanwhile. Close this form, look at the credit again, then make your change.',
    }
  }
  if (code === 'NOT_FOUND') {
    return { ok: false, message: `${title}. It may have been removed meanwhile: choose again.` }
  }
  if (problem) return { ok: false, message: problem.message }
  return { ok: false, message: `${title}. ${advice}${requestId ? ` Request ${requestId}.` : ''}` }
}
