import { hydrate } from 'svelte'
import ReportForm from './ReportForm.svelte'

/** The form comes whole from the server; here it begins to save, upload and search as one goes. Nothing else of the page needs a script. */
const target = document.getElementById('modulo')
const props = document.getElementById('modulo-dati')?.textContent
if (target && props) hydrate(ReportForm, { target, props: JSON.parse(props) })
document.getElementById('errors')?.focus()
