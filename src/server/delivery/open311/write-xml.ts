/** What an answer holds, in either format. */
export type Content = string | number | boolean | null | readonly Content[] | { readonly [name: string]: Content }

/** What each member of a list is called in XML, where JSON has a bare array (the standard's Spark convention). */
const memberOf: Readonly<Record<string, string>> = {
  services: 'service',
  attributes: 'attribute',
  values: 'value',
  endpoints: 'endpoint',
  formats: 'format',
  photos: 'photo',
  service_requests: 'request',
  service_request_updates: 'request_update',
  errors: 'error',
}

/** Characters that no XML document may hold, not even escaped. */
const forbidden = /[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu

const escapes: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', '\r': '&#13;' }

/** Writes a document that is well formed whatever people wrote. Names are ours, only texts are escaped. */
export function writeXml(root: string, content: Content): string {
  return `<?xml version="1.0" encoding="utf-8"?>\n${element(root, content)}\n`
}

function element(name: string, content: Content): string {
  const inside = inner(name, content)
  return inside === '' ? `<${name}/>` : `<${name}>${inside}</${name}>`
}

function inner(name: string, content: Content): string {
  if (content === null) return ''
  if (isList(content)) return content.map((member) => element(memberOf[name] ?? 'item', member)).join('')
  if (typeof content === 'object')
    return Object.entries(content)
      .map(([child, value]) => element(child, value))
      .join('')
  return String(content)
    .replace(forbidden, '')
    .replace(/[&<>"\r]/g, (character) => escapes[character] ?? '')
}

function isList(content: Content): content is readonly Content[] {
  return Array.isArray(content)
}
