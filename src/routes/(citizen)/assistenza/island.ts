import { takeOver } from '#lib/components/take-over.ts'
import RequestFields from './RequestFields.svelte'

/** The list of services follows the category, and questions that answer come as one writes. */
takeOver(RequestFields, 'richiesta')
