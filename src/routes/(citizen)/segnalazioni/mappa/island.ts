import { hydrate } from 'svelte'
import MapAndList from './MapAndList.svelte'

/** Map and list come whole from the server; here the map begins to move, and the list to follow it. */
const target = document.getElementById('mappa')
const props = document.getElementById('mappa-dati')?.textContent
if (target && props) hydrate(MapAndList, { target, props: JSON.parse(props) })
