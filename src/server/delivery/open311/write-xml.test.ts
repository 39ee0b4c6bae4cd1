import fc from 'fast-check'
import { XMLParser, XMLValidator } from 'fast-xml-parser'
import { describe, expect, test } from 'vitest'
import { writeXml } from './write-xml.ts'

const parser = new XMLParser({ parseTagValue: false, trimValues: false, ignoreDeclaration: true })

describe('an XML answer', () => {
  test('wraps each member of a list in the name that the standard gives it', () => {
    const xml = writeXml('services', [{ service_code: 'a', keywords: null }, { service_code: 'b' }])
    expect(xml).toBe(
      '<?xml version="1.0" encoding="utf-8"?>\n' +
        '<services><service><service_code>a</service_code><keywords/></service><service><service_code>b</service_code></service></services>\n',
    )
  })

  test('of nothing is an empty element', () => {
    expect(writeXml('service_requests', [])).toContain('<service_requests/>')
  })

  test('is well formed whatever people wrote, and says what they wrote', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const xml = writeXml('errors', [{ description: text }])
        expect(XMLValidator.validate(xml)).toBe(true)
        // biome-ignore lint/suspicious/noControlCharactersInRegex: those are what XML forbids
        const kept = text.toWellFormed().replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '')
        if (/\r|^\s*$|\ufffd/.test(kept)) return
        expect(parser.parse(xml).errors.error.description).toBe(kept)
      }),
      { numRuns: 500 },
    )
  })
})
