import AskedText from '#lib/components/faqs/AskedText.svelte'
import { takeOver } from '#lib/components/take-over.ts'

/** Questions that answer come as one writes. */
takeOver(AskedText, 'messaggio')
