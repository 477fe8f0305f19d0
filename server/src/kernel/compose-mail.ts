import type { Mail } from './mail.ts'

/** An e-mail in plain words. Whatever of it is somebody's own words may be passed as it is: it is kept to its place here. */
export interface MailWords {
  to: string
  subject: string
  /** The first line of the mail itself. */
  title: string
  /** One thought each, in the order to be read. The link stands after the first. */
  paragraphs: readonly string[]
  /** What the mail asks its reader to do: the words of the link, and where it leads. */
  action?: { label: string; url: string }
}

/** Writes an e-mail out, as text and as simple HTML that says the same, so that it can be read anywhere and by any means. */
export function composeMail({ to, subject, title, paragraphs, action }: MailWords): Mail {
  if (action && !/^https?:$/.test(new URL(action.url).protocol)) throw new TypeError('The link of an e-mail leads to a page')
  const [first = '', ...others] = paragraphs.map(oneLine)
  const heading = oneLine(title)
  const link = action && { label: oneLine(action.label), url: action.url }
  return {
    to,
    subject: oneLine(subject),
    text: `${[heading, first, ...(link ? [`${link.label}:\n${link.url}`] : []), ...others].join('\n\n')}\n`,
    html: page(heading, [paragraph(first), ...(link ? [button(link)] : []), ...others.map(paragraph)]),
  }
}

/** Text of people may hold line ends, which would begin new headers or paragraphs. */
const oneLine = (text: string): string => text.replace(/[\s\p{Cc}]+/gu, ' ').trim()

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }
const escape = (text: string): string => text.replace(/[&<>"']/g, (character) => entities[character] ?? character)

/** Styles stand at the elements: many readers of mail take nothing else. Dark on white, 16 px, well above the contrast that AA asks for. */
const page = (heading: string, parts: readonly string[]): string =>
  `<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${escape(heading)}</title></head>
<body style="margin:0;padding:24px;background:#ffffff;color:#1a1a1a;font:16px/1.5 system-ui,-apple-system,'Segoe UI',sans-serif">
<div style="max-width:560px;margin:0 auto">
<h1 style="margin:0 0 16px;font-size:20px;line-height:1.3">${escape(heading)}</h1>
${parts.join('\n')}
<p style="margin:24px 0 0;color:#595959;font-size:14px">Clinch</p>
</div>
</body>
</html>
`

const paragraph = (text: string): string => `<p style="margin:0 0 16px">${escape(text)}</p>`

/** The address is shown too, for whoever will not follow a link without seeing it. */
const button = ({ label, url }: { label: string; url: string }): string =>
  `<p style="margin:0 0 8px"><a href="${escape(url)}" style="display:inline-block;padding:10px 16px;border-radius:6px;background:#1a1a1a;color:#ffffff">${escape(label)}</a></p>
<p style="margin:0 0 16px;color:#595959;font-size:14px;overflow-wrap:anywhere">${escape(url)}</p>`
