import { describe, expect, it } from 'vitest'
import { actionOf, partsOf, readMails } from './mail.ts'

describe('a mail’s text', () => {
  it('is parted at its addresses, without the sentence’s own full stop', () => {
    expect(partsOf('Open https://clinch.example/a?b=c%2Fd&e=1.\nOr write.')).toEqual([
      { text: 'Open ', href: null },
      { text: 'https://clinch.example/a?b=c%2Fd&e=1', href: 'https://clinch.example/a?b=c%2Fd&e=1' },
      { text: '.\nOr write.', href: null },
    ])
  })

  it('leads nowhere but over http, whatever it says', () => {
    expect(partsOf('javascript:alert(1) <a href="data:text/html,x">x</a>').every(({ href }) => href === null)).toBe(
      true,
    )
    expect(actionOf('Nothing to follow here')).toBeNull()
  })
})

describe('the mailbox', () => {
  const mail = { key: '1', to: 'a@b.co', subject: 'Hello', text: 'Hi', at: '2026-11-21T09:00:00.000Z' }

  it('is read whether it is wrapped or bare, and what is no mailbox is none', () => {
    expect(readMails({ mails: [{ ...mail, html: '<b>Hi</b>' }] })).toEqual([mail])
    expect(readMails([mail])).toEqual([mail])
    expect(readMails({ message: 'There is no such page.' })).toBeNull()
  })
})
