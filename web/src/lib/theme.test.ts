import { describe, expect, it } from 'vitest'
import { chooseTheme, currentTheme } from './theme.ts'

describe('the theme', () => {
  it('is set on the document and remembered, and follows the system again when that is chosen', () => {
    expect(currentTheme()).toBe('system')
    chooseTheme('dark')
    expect([currentTheme(), document.documentElement.dataset.theme, localStorage.getItem('clinch.theme')]).toEqual([
      'dark',
      'dark',
      'dark',
    ])
    chooseTheme('system')
    expect([currentTheme(), document.documentElement.dataset.theme, localStorage.getItem('clinch.theme')]).toEqual([
      'system',
      undefined,
      null,
    ])
  })
})
