const units = [
  { name: 'd', seconds: 86_400 },
  { name: 'h', seconds: 3600 },
  { name: 'min', seconds: 60 },
  { name: 's', seconds: 1 },
] as const

/** A span in its two largest units: `2 d 4 h`, `45 min`, `30 s`. Without sign; under a second it is `0 s`. */
export function formatDuration(durationSeconds: number): string {
  const whole = Math.round(Math.abs(durationSeconds))
  const first = units.findIndex((unit) => whole >= unit.seconds)
  const large = units[first]
  if (!large) return '0 s'
  const small = units[first + 1]
  const rest = small ? Math.floor((whole % large.seconds) / small.seconds) : 0
  const lead = `${Math.floor(whole / large.seconds)} ${large.name}`
  return small && rest > 0 ? `${lead} ${rest} ${small.name}` : lead
}
