import { takeOver } from '#lib/components/take-over.ts'
import MapAndList from './MapAndList.svelte'

/** Map and list come whole from the server; here the map begins to move, and the list to follow it. */
takeOver(MapAndList, 'mappa')
