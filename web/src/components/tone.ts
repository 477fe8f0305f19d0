/** Colour by meaning; accent is no judgement, only "this one". */
export type Tone = 'neutral' | 'good' | 'warn' | 'bad' | 'info' | 'accent'

export const toneText: Readonly<Record<Tone, string>> = {
  neutral: 'text-fg-3',
  good: 'text-good',
  warn: 'text-warn',
  bad: 'text-bad',
  info: 'text-info',
  accent: 'text-accent',
}
