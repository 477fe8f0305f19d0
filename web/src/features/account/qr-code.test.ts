import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { qrModules } from './qr-code.ts'
import { correctionBytes } from './reed-solomon.ts'

const picture = (text: string): string =>
  (qrModules(text) ?? []).map((row) => row.map((dark) => (dark ? '#' : '.')).join('')).join('\n')

describe('a QR code', () => {
  it('carries the correction that the standard’s own example has', () => {
    const data = [32, 91, 11, 120, 209, 114, 220, 77, 67, 64, 236, 17, 236, 17, 236, 17]
    expect(correctionBytes(data, 10)).toEqual([196, 35, 39, 119, 235, 215, 231, 226, 93, 23])
  })

  it('is, to the module, what other makers of codes draw', () => {
    expect(picture('Clinch').split('\n')).toEqual([
      '#######.......#######',
      '#.....#.#.###.#.....#',
      '#.###.#...#.#.#.###.#',
      '#.###.#...#...#.###.#',
      '#.###.#.#.###.#.###.#',
      '#.....#...##..#.....#',
      '#######.#.#.#.#######',
      '.........##..........',
      '#.#.#.#..##.#...#..#.',
      '.####..##..#.#.#..###',
      '#.#...##.#.#.###..###',
      '##.###.....###.##...#',
      '##.#####...#.###....#',
      '........#.#...##.###.',
      '#######..#..#...#####',
      '#.....#..##...##...##',
      '#.###.#.##..#.#....##',
      '#.###.#..###.#.##.##.',
      '#.###.#.####.####...#',
      '#.....#..#.###..#..#.',
      '#######.#.##.##.#..##',
    ])
  })

  it('is so too with several blocks and a version of its own, as a second factor’s address needs', () => {
    const secret = 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQGEZA'
    const text = `otpauth://totp/Clinch:nora%40kestrel.example?secret=${secret}&issuer=Clinch&digits=6&period=30`
    expect(qrModules(text)).toHaveLength(49)
    expect(createHash('sha256').update(picture(text)).digest('hex')).toBe(
      'efb0e2177dae9d43c1c753cbc17200c3757cce753e3423ba14fffd0d1407bb3d',
    )
  })

  it('is not drawn for what it cannot hold', () => {
    expect(qrModules('x'.repeat(666))).not.toBeNull()
    expect(qrModules('x'.repeat(667))).toBeNull()
  })
})
