import { execFileSync } from 'node:child_process'
import { describe, expect, it } from 'vitest'
import { calendlyCommand } from './calendly-command.ts'

/** Stands in for curl: answers the first request as Calendly would, and prints what the second one would send. */
const curl = `curl() {
  case "$*" in
    *users/me*) printf '{"resource":{"current_organization":"https://api.calendly.com/organizations/ORG1"}}' ;;
    *) while [ $# -gt 1 ]; do [ "$1" = -d ] && printf '%s' "$2"; shift; done ;;
  esac
}`

describe('the command that makes a Calendly webhook', () => {
  it('sends the address, our events, the organization of the token and the secret, whatever characters that has', () => {
    const signingSecret = `it's "quoted" $HOME \`x\` \\`
    const command = calendlyCommand({ webhookUrl: 'https://clinch.example/webhooks/calendly/1', signingSecret })
    const sent: unknown = JSON.parse(execFileSync('sh', ['-c', `${curl}\n${command}`], { encoding: 'utf8' }))
    expect(sent).toEqual({
      url: 'https://clinch.example/webhooks/calendly/1',
      events: ['invitee.created', 'invitee.canceled', 'invitee_no_show.created', 'invitee_no_show.deleted'],
      scope: 'organization',
      signing_key: signingSecret,
      organization: 'https://api.calendly.com/organizations/ORG1',
    })
  })
})
