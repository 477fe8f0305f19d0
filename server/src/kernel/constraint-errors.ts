import { ClinchError, badInput, conflict, notFound, trialExpired } from './errors.ts'

/** What a broken constraint means to the caller who broke it. A constraint that is not here is a mistake of ours. */
const meanings: Readonly<Record<string, () => ClinchError>> = {
  closers_email: () =>
    conflict('Another closer has this e-mail address.', [{ path: 'email', message: 'Another closer has this e-mail address.' }]),
  closers_user: () => conflict('This member is linked to another closer.'),
  setters_email: () =>
    conflict('Another setter has this e-mail address.', [{ path: 'email', message: 'Another setter has this e-mail address.' }]),
  setters_user: () => conflict('This member is linked to another setter.'),
  setter_names_key: () =>
    conflict('Another setter goes by this name.', [{ path: 'name', message: 'Another setter goes by this name or alias.' }]),
  source_names_key: () =>
    conflict('Another source goes by this name.', [{ path: 'name', message: 'Another source goes by this name or alias.' }]),
  closer_names_key: () =>
    conflict('Another closer goes by this name or address.', [{ path: 'name', message: 'Another closer goes by this name or address.' }]),
  traffic_type_names_key: () =>
    conflict('Another traffic type goes by this name.', [{ path: 'name', message: 'Another traffic type goes by this name.' }]),
  traffic_types_name: () =>
    conflict('There is a traffic type of this name.', [{ path: 'name', message: 'There is a traffic type of this name.' }]),
  call_outcomes_label: () => conflict('Another outcome has this name.', [{ path: 'label', message: 'Another outcome has this name.' }]),
  opportunity_statuses_label: () =>
    conflict('Another status has this name.', [{ path: 'label', message: 'Another status has this name.' }]),
  packages_name: () => conflict('Another package has this name.', [{ path: 'name', message: 'Another package has this name.' }]),
  organization_members_one_per_user: () => conflict('This person is a member already.'),
  // Another tenant's closer or setter is none of this tenant's, as one who does not exist.
  invitations_closer: () => notFound('closer'),
  invitations_setter: () => notFound('setter'),
  post_call_forms_one_per_event: () => conflict('The form of this call was just filed. Reload to see it.'),
  runs_one_at_a_time: () => conflict('A sync of this connection is under way. Wait for it, or stop it.'),
  runs_one_crediting_at_a_time: () => conflict('Credits are being re-run already. Wait until that is done, or stop it.'),
  runs_one_rerun_of_preview: () => conflict('This preview was applied already. Take that run up again, or look at a new preview.'),
  // A trigger says so, in the transaction of the write itself.
  organization_read_only: trialExpired,
  organization_members_keep_an_owner: () => conflict('An organization has an owner: hand it over first.'),
  goals_closer: () => notFound('closer'),
  goals_setter: () => notFound('setter'),
  credit_disputes_open_of_closer: () => conflict('You dispute this credit already.'),
  credit_disputes_open_of_setter: () => conflict('You dispute this credit already.'),
  portal_links_closer: () => notFound('closer'),
  portal_links_setter: () => notFound('setter'),
  organizations_currency_is_iso: () => badInput([{ path: 'currency', message: 'Use a currency code of three letters, such as USD.' }]),
}

interface DatabaseFault {
  code: string
  constraint_name?: string
}

const isDatabaseFault = (error: unknown): error is DatabaseFault =>
  typeof error === 'object' && error !== null && 'code' in error && typeof error.code === 'string' && /^[0-9A-Z]{5}$/.test(error.code)

/** The caller's error behind a database error, or the error itself where it is not the caller's. */
export function explainDatabaseError(error: unknown): unknown {
  const fault = isDatabaseFault(error) ? error : error instanceof Error && isDatabaseFault(error.cause) ? error.cause : null
  if (!fault) return error
  const meaning = fault.constraint_name === undefined ? undefined : meanings[fault.constraint_name]
  if (meaning) return meaning()
  // A text that PostgreSQL cannot hold.
  if (fault.code === '22021' || fault.code === '22P05')
    return new ClinchError('BAD_USER_INPUT', 'A text may not hold the character U+0000.', { fields: [] })
  // 42501: row-level security refused a write that the layers above let through.
  if (fault.code === '42501') return new ClinchError('FORBIDDEN', 'You may not change this.', { required: 'admin' })
  return error
}
