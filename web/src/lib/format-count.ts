const counts = new Intl.NumberFormat('en-US', { maximumFractionDigits: 0 })

/** A count with its thousands parted: `6,120`. */
export const formatCount = (count: number): string => counts.format(count).replace('-', '−')
