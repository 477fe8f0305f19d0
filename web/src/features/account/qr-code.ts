import { correctionBytes } from './reed-solomon.ts'

/** Of each version from 1 at correction level M: correction bytes in a block, and blocks. From the standard's table. */
const correctionInBlock = [10, 16, 26, 18, 24, 16, 18, 22, 22, 26, 30, 22, 22, 24, 24, 28, 28, 26, 26, 26] as const
const blockCounts = [1, 1, 1, 2, 2, 4, 4, 4, 5, 5, 5, 8, 9, 9, 10, 10, 11, 13, 14, 16] as const

/** A square of modules, by row; true is dark. */
export type QrModules = readonly (readonly boolean[])[]

interface Layout {
  version: number
  size: number
  blocks: number
  correction: number
  /** How many bytes of text and padding there is room for. */
  capacity: number
}

/** How many modules hold data and correction: all but the patterns by which a reader finds its way. */
function rawModules(version: number): number {
  const alignments = version === 1 ? 0 : Math.floor(version / 7) + 2
  const patterns = version === 1 ? 0 : (25 * alignments - 10) * alignments - 55
  return (16 * version + 128) * version + 64 - patterns - (version >= 7 ? 36 : 0)
}

const layouts: readonly Layout[] = correctionInBlock.map((correction, index) => {
  const version = index + 1
  const blocks = blockCounts[index] ?? 1
  const capacity = Math.floor(rawModules(version) / 8) - correction * blocks
  return { version, size: version * 4 + 17, blocks, correction, capacity }
})

/** Mode, length, text, end and padding, as bytes. */
function dataBytes(text: Uint8Array, { version, capacity }: Layout): number[] {
  const bits: number[] = []
  const add = (value: number, length: number) => {
    for (let bit = length - 1; bit >= 0; bit--) bits.push((value >>> bit) & 1)
  }
  add(0b0100, 4)
  add(text.length, version < 10 ? 8 : 16)
  for (const byte of text) add(byte, 8)
  add(0, Math.min(4, capacity * 8 - bits.length))
  add(0, -bits.length & 7)
  const bytes: number[] = []
  for (let at = 0; at < bits.length; at += 8)
    bytes.push(bits.slice(at, at + 8).reduce((byte, bit) => byte * 2 + bit, 0))
  for (let pad = 0xec; bytes.length < capacity; pad ^= 0xec ^ 0x11) bytes.push(pad)
  return bytes
}

/** The bytes in blocks of nearly the same length, each with its correction, woven together as the standard wants. */
function woven(data: readonly number[], { blocks, correction, capacity }: Layout): number[] {
  const short = Math.floor(capacity / blocks)
  const longer = capacity % blocks
  const parts: number[][] = []
  for (let block = 0, from = 0; block < blocks; block++) {
    const length = short + (block >= blocks - longer ? 1 : 0)
    parts.push(data.slice(from, from + length))
    from += length
  }
  const columns = (lists: readonly number[][], length: number) =>
    Array.from({ length }, (_, at) => lists.flatMap((list) => list.slice(at, at + 1))).flat()
  const corrections = parts.map((part) => correctionBytes(part, correction))
  return [...columns(parts, short + 1), ...columns(corrections, correction)]
}

/** A value with the remainder that protects it, highest bit first. */
function protectedBits(value: number, polynomial: number, length: number): number {
  let remainder = value
  for (let bit = 0; bit < length; bit++) {
    remainder = (remainder << 1) ^ ((remainder >>> (length - 1)) & 1 ? polynomial : 0)
  }
  return (value << length) | remainder
}

class Sheet {
  readonly modules: boolean[][]
  private readonly fixed: boolean[][]

  constructor(private readonly layout: Layout) {
    const { size } = layout
    const blank = () => Array.from({ length: size }, () => Array.from({ length: size }, () => false))
    this.modules = blank()
    this.fixed = blank()
    this.drawPatterns()
  }

  private set(x: number, y: number, dark: boolean): void {
    const [row, held] = [this.modules[y], this.fixed[y]]
    if (!row || !held || x < 0 || x >= this.layout.size) return
    row[x] = dark
    held[x] = true
  }

  private rings(x: number, y: number, radius: number, isDark: (distance: number) => boolean): void {
    for (let dy = -radius; dy <= radius; dy++) {
      for (let dx = -radius; dx <= radius; dx++) this.set(x + dx, y + dy, isDark(Math.max(Math.abs(dx), Math.abs(dy))))
    }
  }

  private drawPatterns(): void {
    const { size, version } = this.layout
    for (let at = 0; at < size; at++) {
      this.set(6, at, at % 2 === 0)
      this.set(at, 6, at % 2 === 0)
    }
    const last = size - 4
    for (const [x, y] of [
      [3, 3],
      [last, 3],
      [3, last],
    ] as const)
      this.rings(x, y, 4, (d) => d !== 2 && d !== 4)
    const centres = alignmentCentres(version, size)
    const end = centres.length - 1
    centres.forEach((y, row) =>
      centres.forEach((x, column) => {
        const inCorner = (row === 0 && (column === 0 || column === end)) || (row === end && column === 0)
        if (!inCorner) this.rings(x, y, 2, (distance) => distance !== 1)
      }),
    )
    this.drawFormat()
    if (version >= 7) this.drawVersion()
  }

  /** Correction level M and mask 0, both all zeros, twice over. */
  private drawFormat(): void {
    const { size } = this.layout
    const bits = protectedBits(0, 0x537, 10) ^ 0x5412
    const bit = (index: number) => ((bits >>> index) & 1) === 1
    for (let index = 0; index < 15; index++) {
      if (index < 8) this.set(8, index < 6 ? index : index + 1, bit(index))
      else this.set(index === 8 ? 7 : 14 - index, 8, bit(index))
      if (index < 8) this.set(size - 1 - index, 8, bit(index))
      else this.set(8, size - 15 + index, bit(index))
    }
    this.set(8, size - 8, true)
  }

  private drawVersion(): void {
    const bits = protectedBits(this.layout.version, 0x1f25, 12)
    for (let index = 0; index < 18; index++) {
      const dark = ((bits >>> index) & 1) === 1
      const [far, near] = [this.layout.size - 11 + (index % 3), Math.floor(index / 3)]
      this.set(far, near, dark)
      this.set(near, far, dark)
    }
  }

  /** Upwards and downwards in columns of two from the right, round the patterns; every second module is turned over (mask 0). */
  draw(bytes: readonly number[]): void {
    const { size } = this.layout
    let at = 0
    for (let right = size - 1; right >= 1; right -= 2) {
      if (right === 6) right = 5
      const upwards = ((right + 1) & 2) === 0
      for (let step = 0; step < size; step++) {
        const y = upwards ? size - 1 - step : step
        for (const x of [right, right - 1]) {
          const row = this.modules[y]
          if (!row || this.fixed[y]?.[x]) continue
          const bit = (((bytes[at >>> 3] ?? 0) >>> (7 - (at & 7))) & 1) === 1
          row[x] = bit !== ((x + y) % 2 === 0)
          at += 1
        }
      }
    }
  }
}

/** Where the small squares stand, along either side. */
function alignmentCentres(version: number, size: number): number[] {
  if (version === 1) return []
  const count = Math.floor(version / 7) + 2
  const step = Math.ceil((size - 13) / (count * 2 - 2)) * 2
  return [6, ...Array.from({ length: count - 1 }, (_, index) => size - 7 - (count - 2 - index) * step)]
}

/** A text as a QR code of the least size that holds it; null if none of ours does. */
export function qrModules(text: string): QrModules | null {
  const bytes = new TextEncoder().encode(text)
  const layout = layouts.find(({ capacity, version }) => bytes.length + (version < 10 ? 2 : 3) <= capacity)
  if (!layout) return null
  const sheet = new Sheet(layout)
  sheet.draw(woven(dataBytes(bytes, layout), layout))
  return sheet.modules
}
