/** Who an e-mail is from. */
export interface Sender {
  email: string
  name?: string
}

/** Reads `Clinch <no-reply@clinch.example>`, or an address alone. */
export function readSender(text: string): Sender {
  const [, name = '', email = ''] = /^\s*(.*?)\s*<([^<>\s]+)>\s*$/.exec(text) ?? []
  if (email === '') return { email: text.trim() }
  const plain = name.replace(/^"(.*)"$/, '$1')
  return plain === '' ? { email } : { email, name: plain }
}
