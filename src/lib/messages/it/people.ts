export const people = {
  insteadOf: ' al posto di {person}, assente',
  contacts: { field: { name: 'nome', email: 'e-mail', phone: 'telefono' } },
}
