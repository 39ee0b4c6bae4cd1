import { takeOver } from '#lib/components/take-over.ts'
import ReportForm from './ReportForm.svelte'

/** The form comes whole from the server; here it begins to save, upload and search as one goes. */
takeOver(ReportForm, 'modulo')
