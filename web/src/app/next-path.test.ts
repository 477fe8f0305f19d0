import { describe, expect, it } from 'vitest'
import { signInPath } from '../apollo/client.ts'
import { nextPath } from './next-path.ts'

const next = (text: string) => nextPath(new URLSearchParams({ next: text }), '/')

describe('where sign-in leads', () => {
  it('is the page that was asked for', () => {
    expect(next('/calls?tab=overdue')).toBe('/calls?tab=overdue')
    expect(nextPath(new URLSearchParams(), '/')).toBe('/')
  })

  it('is never another site', () => {
    for (const text of [
      'https://evil.example',
      '//evil.example',
      '/\\evil.example',
      '\\\\evil.example',
      'javascript:alert(1)',
      '/\t/evil.example',
      'calls',
    ]) {
      expect(next(text)).toBe('/')
    }
  })

  it('comes back through the address of the sign-in page', () => {
    expect(signInPath({ pathname: '/calls', search: '?tab=overdue&q=a%26b' })).toBe(
      '/sign-in?next=%2Fcalls%3Ftab%3Doverdue%26q%3Da%2526b',
    )
    expect(signInPath({ pathname: '/', search: '' })).toBe('/sign-in')
  })
})
