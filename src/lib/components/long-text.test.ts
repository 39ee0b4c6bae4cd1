import { expect, test } from 'vitest'
import { partText } from './long-text.ts'

test.each([
  ['', []],
  ['Una frase sola.', [{ heading: null, text: 'Una frase sola.' }]],
  [
    'Informativa, ai sensi del GDPR.\n\nTitolare. Il titolare è il Comune. Scrivi all’URP.\n \nSenza titolo',
    [
      { heading: null, text: 'Informativa, ai sensi del GDPR.' },
      { heading: 'Titolare', text: 'Il titolare è il Comune. Scrivi all’URP.' },
      { heading: null, text: 'Senza titolo' },
    ],
  ],
  [
    `Titolo.\n\n${'a'.repeat(90)}. Coda`,
    [
      { heading: null, text: 'Titolo.' },
      { heading: null, text: `${'a'.repeat(90)}. Coda` },
    ],
  ],
])('parts a long text into headings and paragraphs (%#)', (text, parts) => expect(partText(text)).toEqual(parts))
