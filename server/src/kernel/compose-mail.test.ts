import { describe, expect, it } from 'vitest'
import { composeMail } from './compose-mail.ts'

const words = {
  to: 'nora@kestrel.example',
  subject: 'Confirm your address',
  title: 'Confirm your address',
  paragraphs: ['Open the link to sign in.', 'If it was not you, do nothing.'],
  action: { label: 'Confirm', url: 'https://clinch.example/verify?token=a&next=%2F' },
}

describe('an e-mail', () => {
  it('says the same as text and as HTML, the link after the first thought', () => {
    const { text, html } = composeMail(words)
    expect(text).toBe(
      'Confirm your address\n\nOpen the link to sign in.\n\nConfirm:\nhttps://clinch.example/verify?token=a&next=%2F\n\nIf it was not you, do nothing.\n',
    )
    for (const said of ['Confirm your address', 'Open the link to sign in.', 'If it was not you, do nothing.']) expect(html).toContain(said)
    expect(html.indexOf('Open the link')).toBeLessThan(html.indexOf('href='))
    expect(html).toContain('href="https://clinch.example/verify?token=a&amp;next=%2F"')
    expect(html).toContain('<html lang="en">')
  })

  it('has no link where it asks for nothing', () => {
    const { text, html } = composeMail({ ...words, action: undefined })
    expect(text).not.toContain('http')
    expect(html).not.toContain('<a ')
  })

  it('keeps people’s own words in their place: no markup, no second line, no further header', () => {
    const hostile = `<img src=x onerror="alert('1')">\r\nBcc: everybody@example.com\u0000`
    const { subject, text, html } = composeMail({ ...words, subject: `${hostile} invites you`, title: hostile, paragraphs: [hostile] })
    expect(subject).not.toMatch(/[\r\n\0]/)
    expect(html).not.toContain('<img')
    expect(html).toContain('&lt;img src=x onerror=&quot;alert(&#39;1&#39;)&quot;&gt; Bcc: everybody@example.com')
    expect(text.split('\n')).not.toContain('Bcc: everybody@example.com')
  })

  it('leads to pages only', () => {
    for (const url of ['javascript:alert(1)', 'data:text/html,x', 'nowhere'])
      expect(() => composeMail({ ...words, action: { label: 'Open', url } })).toThrow(TypeError)
  })
})
