/** The field of 256 elements with the polynomial that QR codes use (0x11d): powers of 2, and their logarithms. */
const powers: number[] = []
const logarithms: number[] = []
for (let exponent = 0, value = 1; exponent < 255; exponent++) {
  powers[exponent] = value
  logarithms[value] = exponent
  value = value << 1 > 255 ? (value << 1) ^ 0x11d : value << 1
}

const multiply = (one: number, other: number): number =>
  one === 0 || other === 0 ? 0 : (powers[((logarithms[one] ?? 0) + (logarithms[other] ?? 0)) % 255] ?? 0)

/** The product of (x - 2^i) for i below `count`, without its leading 1; the highest power first. */
function generatorOf(count: number): number[] {
  let generator = [1]
  for (let index = 0; index < count; index++) {
    const root = powers[index] ?? 0
    const next = [...generator, 0]
    generator.forEach((coefficient, at) => {
      next[at + 1] = (next[at + 1] ?? 0) ^ multiply(coefficient, root)
    })
    generator = next
  }
  return generator.slice(1)
}

/** The `count` bytes that let a reader repair `data`: the remainder of its division by the generator. */
export function correctionBytes(data: readonly number[], count: number): number[] {
  const generator = generatorOf(count)
  let remainder = Array.from({ length: count }, () => 0)
  for (const byte of data) {
    const factor = byte ^ (remainder[0] ?? 0)
    remainder = [...remainder.slice(1), 0].map((each, at) => each ^ multiply(generator[at] ?? 0, factor))
  }
  return remainder
}
