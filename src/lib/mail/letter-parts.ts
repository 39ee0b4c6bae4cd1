/** A letter as a list of parts, before it is text or HTML. */
export type LetterPart =
  | { readonly kind: 'paragraph'; readonly text: string }
  | { readonly kind: 'rows'; readonly rows: readonly LetterRow[] }
  | { readonly kind: 'code'; readonly label: string; readonly code: string }
  | { readonly kind: 'quote'; readonly label: string; readonly text: string }
  | { readonly kind: 'button'; readonly label: string; readonly href: string; readonly hint: string }
  | {
      readonly kind: 'links'
      readonly label: string
      readonly links: readonly { readonly label: string; readonly href: string }[]
    }
  | { readonly kind: 'small'; readonly lines: readonly string[] }

export type LetterRow = { readonly label: string; readonly value: string }

export type LetterDraft = {
  readonly lang: string
  readonly body: string
  readonly subject: string
  readonly heading: string
  readonly parts: readonly LetterPart[]
}

/** The letter for programs and people that read plain text. */
export function letterText({ heading, parts }: LetterDraft): string {
  return `${[heading, ...parts.map(partText)].join('\n\n')}\n`
}

function partText(part: LetterPart): string {
  switch (part.kind) {
    case 'paragraph':
      return part.text
    case 'rows':
      return part.rows.map(({ label, value }) => `${label}: ${value}`).join('\n')
    case 'code':
      return `${part.label}: ${part.code}`
    case 'quote':
      return `${part.label}:\n${part.text.replace(/^/gm, '> ')}`
    case 'button':
      return `${part.label}:\n${part.href}`
    case 'links':
      return [`${part.label}:`, ...part.links.map(({ label, href }) => `${label}: ${href}`)].join('\n')
    case 'small':
      return part.lines.join('\n')
  }
}

const font = "font-family:'Titillium Web',Arial,Helvetica,sans-serif"
const ink = '#17324d'
const faint = '#455b71'
/** The colour of the pages: styles/_brand.scss. */
const brand = '#005d6b'

/** The letter as one column of HTML that needs nothing from outside: no picture, no style sheet, no script, no table. */
export function letterHtml({ lang, body, subject, heading, parts }: LetterDraft): string {
  return `<!doctype html>
<html lang="${escapeHtml(lang)}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light">
<title>${escapeHtml(subject)}</title>
</head>
<body style="margin:0;padding:0;background:#f5f6f7;color:${ink};${font};font-size:17px;line-height:1.5">
<div role="article" lang="${escapeHtml(lang)}" aria-label="${escapeHtml(subject)}" style="max-width:600px;margin:0 auto;background:#ffffff">
<p style="margin:0;padding:16px 24px;background:${brand};color:#ffffff;font-size:18px;font-weight:700">${escapeHtml(body)}</p>
<div style="padding:24px">
<h1 style="margin:0 0 16px;font-size:24px;line-height:1.25">${escapeHtml(heading)}</h1>
${parts.map(partHtml).join('\n')}
</div>
</div>
</body>
</html>
`
}

function partHtml(part: LetterPart): string {
  switch (part.kind) {
    case 'paragraph':
      return `<p style="margin:0 0 16px">${lines(part.text)}</p>`
    case 'rows':
      return `<ul style="margin:0 0 20px;padding:12px 16px;background:#f5f6f7;list-style:none">${part.rows.map(rowHtml).join('')}</ul>`
    case 'code':
      return `<p style="margin:0 0 20px;padding:12px 16px;background:#f5f6f7"><span style="color:${faint}">${escapeHtml(part.label)}:</span> <strong style="display:block;font-size:30px;letter-spacing:4px">${escapeHtml(part.code)}</strong></p>`
    case 'quote':
      return `<h2 style="margin:0 0 4px;font-size:17px">${escapeHtml(part.label)}</h2>
<blockquote style="margin:0 0 20px;padding:8px 16px;border-left:4px solid ${brand};overflow-wrap:anywhere">${lines(part.text)}</blockquote>`
    case 'button':
      return `<p style="margin:0 0 16px"><a href="${escapeHtml(part.href)}" style="display:inline-block;padding:12px 24px;border-radius:4px;background:${brand};color:#ffffff;font-weight:700;text-decoration:none">${escapeHtml(part.label)}</a></p>
<p style="margin:0 0 20px;color:${faint};font-size:15px">${escapeHtml(part.hint)}<br><a href="${escapeHtml(part.href)}" style="color:${brand};overflow-wrap:anywhere">${escapeHtml(part.href)}</a></p>`
    case 'links':
      return `<h2 style="margin:0 0 4px;font-size:17px">${escapeHtml(part.label)}</h2>
<ul style="margin:0 0 20px;padding:0 0 0 20px">${part.links.map(linkHtml).join('')}</ul>`
    case 'small':
      return `<p style="margin:0 0 12px;color:${faint};font-size:15px">${part.lines.map(escapeHtml).join('<br>')}</p>`
  }
}

function linkHtml({ label, href }: { readonly label: string; readonly href: string }): string {
  return `<li style="overflow-wrap:anywhere"><a href="${escapeHtml(href)}" style="color:${brand}">${escapeHtml(label)}</a></li>`
}

function rowHtml({ label, value }: LetterRow): string {
  return `<li style="margin:0;padding:4px 0;overflow-wrap:anywhere"><span style="color:${faint}">${escapeHtml(label)}:</span> <strong>${lines(value)}</strong></li>`
}

function lines(text: string): string {
  return escapeHtml(text).replace(/\r\n?|\n/g, '<br>')
}

const signs: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }

function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => signs[sign] ?? sign)
}
