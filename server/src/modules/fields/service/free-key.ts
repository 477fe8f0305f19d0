import { fieldLimits, keyProblem } from '@clinch/schema/fields'

/** A key made of a label (`Budget per month` is budget_per_month), unlike those that are taken. */
export function freeKey(label: string, taken: ReadonlySet<string>, fallback: 'field' | 'option'): string {
  const plain = label
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '_')
    .replace(/^_+|_+$/g, '')
  const start = /^[a-z]/.test(plain) ? plain : plain === '' ? fallback : `${fallback}_${plain}`
  for (let nth = 1; ; nth += 1) {
    const ending = nth === 1 ? '' : `_${nth}`
    const key = `${start.slice(0, fieldLimits.keyLength - ending.length).replace(/_+$/, '')}${ending}`
    if (!taken.has(key) && keyProblem(key) === null) return key
  }
}
