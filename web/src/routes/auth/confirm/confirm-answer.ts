/** Confirmed and signed in, with this address; or why not, by the server's code. */
export type ConfirmAnswer =
  { ok: true; email: string | null } | { ok: false; code: string; message: string; field?: string }
