export const drafts = {
  kept: 'Bozza salvata.',
  not_kept: 'La bozza non si riesce a salvare: il testo è solo in questa pagina.',
  writing: 'Sta scrivendo qui: {names}.',
}
