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
      '///evil.example',
      '/\\/evil.example',
      '/%5Cevil.example',
      '/%2Fevil.example',
      '/%2f%2fevil.example',
      '/%252Fevil.example',
      '/%09/evil.example',
      '/\n/evil.example',
      ' //evil.example',
      'https:evil.example',
      'HTTPS:/evil.example',
      'data:text/html,x',
      '/..//evil.example',
      '',
    ]) {
      expect(next(text), text).toBe('/')
    }
  })

  it('may hold another address, as long as it is not where it leads', () => {
    for (const text of [
      '/accept-invitation?token=a%2Fb',
      '/calls?q=https%3A%2F%2Fevil.example',
      '/calls?q=%',
      '/settings?tab=plan#top',
    ]) {
      expect(next(text)).toBe(text)
    }
  })

  it('is not led astray when the address of the sign-in page is encoded', () => {
    for (const text of [
      'next=%2F%2Fevil.example',
      'next=%2F%5Cevil.example',
      'next=%252F%252Fevil.example',
      'next=/&next=//evil.example',
    ]) {
      expect(nextPath(new URLSearchParams(text), '/'), text).toBe('/')
    }
  })

  it('comes back through the address of the sign-in page', () => {
    expect(signInPath({ pathname: '/calls', search: '?tab=overdue&q=a%26b' })).toBe(
      '/sign-in?next=%2Fcalls%3Ftab%3Doverdue%26q%3Da%2526b',
    )
    expect(signInPath({ pathname: '/', search: '' })).toBe('/sign-in')
  })
})
