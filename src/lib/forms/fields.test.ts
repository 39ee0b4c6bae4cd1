import { render } from 'svelte/server'
import { expect, test } from 'vitest'
import { it as words } from '#lib/messages/it.ts'
import CheckboxField from './CheckboxField.svelte'
import ErrorSummary from './ErrorSummary.svelte'
import FileField from './FileField.svelte'
import { describedBy } from './field.ts'
import RadioGroup from './RadioGroup.svelte'
import SelectField from './SelectField.svelte'
import TextArea from './TextArea.svelte'
import TextField from './TextField.svelte'

const field = { id: 'title', name: 'title', label: 'Titolo' }
const options = [
  { value: 'a', label: 'Acqua' },
  { value: 'b', label: 'Strade' },
]

test.each([
  [{ id: 'x' }, undefined],
  [{ id: 'x', help: 'aiuto' }, 'x-help'],
  [{ id: 'x', error: 'errore' }, 'x-error'],
  [{ id: 'x', help: 'aiuto', error: 'errore' }, 'x-help x-error'],
])('a field is described by its help and its error: %j', (given, ids) => expect(describedBy(given)).toBe(ids))

test('a wrong text field keeps what was typed and says what is wrong beside it', () => {
  const { body } = render(TextField, { props: { ...field, value: 'Buca "grande"', error: 'Troppo corto', help: 'Poche parole' } })
  expect(body).toContain('value="Buca &quot;grande&quot;"')
  expect(body).toMatch(/<input[^>]*aria-invalid="true"[^>]*aria-describedby="title-help title-error"/)
  expect(body).toMatch(/id="title-error"[^>]*>.*Troppo corto/)
})

test('a right text field carries no trace of an error', () => {
  const { body } = render(TextField, { props: field })
  expect(body).not.toContain('aria-invalid')
  expect(body).not.toContain('aria-describedby')
  expect(body).toContain('<label class="form-label" for="title">')
})

test('a text area tells its limit as part of its description', () => {
  const { body } = render(TextArea, { props: { ...field, help: 'Che cosa succede?', maxLength: 200, words: words.forms } })
  expect(body).toContain('Che cosa succede? Inserire al massimo 200 caratteri')
  expect(body).toContain('maxlength="200"')
  expect(body).toContain('aria-describedby="title-help"')
})

test('a select keeps the choice that was made', () => {
  const { body } = render(SelectField, { props: { ...field, options, value: 'b', words: words.forms } })
  expect(body).toMatch(/<option value="b" selected/)
  expect(body).not.toMatch(/<option value="a" selected/)
})

test('a radio group is one named group whose error describes it', () => {
  const { body } = render(RadioGroup, { props: { ...field, options, value: 'a', error: 'Scegli' } })
  expect(body).toMatch(/<fieldset[^>]*id="title"[^>]*aria-describedby="title-error"/)
  expect(body).toMatch(/value="a" checked/)
  expect(body).not.toMatch(/value="b" checked/)
})

test('a checkbox stays as it was left', () => {
  const { body } = render(CheckboxField, { props: { ...field, checked: true } })
  expect(body).toMatch(/type="checkbox"[^>]*checked/)
})

test('each stored file can be removed by a button that names it and does not check the rest of the form', () => {
  const { body } = render(FileField, {
    props: { ...field, required: true, files: [{ key: 'k1', name: 'buca.jpg' }], words: words.forms },
  })
  expect(body).toMatch(/<button[^>]*name="remove" value="k1" formnovalidate[^>]*>Elimina <span class="visually-hidden">buca\.jpg/)
  expect(body).not.toMatch(/type="file"[^>]*required/)
})

test('the list of errors counts them and leads to each field', () => {
  const errors = [
    { field: 'title', message: 'Scrivi un titolo' },
    { field: 'category', message: 'Scegli il tipo' },
  ]
  const { body } = render(ErrorSummary, { props: { errors, locale: 'it', words: words.forms } })
  expect(body).toContain('Ci sono 2 errori')
  expect(body).toContain('<a href="#title">Scrivi un titolo</a>')
  expect(body).toMatch(/role="alert" tabindex="-1"/)
})

test('the list of errors is absent when there are none', () => {
  expect(render(ErrorSummary, { props: { errors: [], locale: 'it', words: words.forms } }).body).not.toContain('fd-errors')
})
