import { Icon, Style } from 'ol/style.js'
import { mapColours, pinPath } from './look.ts'

const pinPicture = `data:image/svg+xml,${encodeURIComponent(
  `<svg xmlns="http://www.w3.org/2000/svg" width="36" height="48" viewBox="-18 -46 36 48"><path d="${pinPath}" transform="scale(1.15)" fill="${mapColours.pin}" stroke="#fff" stroke-width="2"/><circle cy="-29" r="6" fill="#fff"/></svg>`,
)}`

/** The pin of one place. */
export const pinStyle = new Style({
  image: new Icon({ src: pinPicture, anchor: [18, 46], anchorXUnits: 'pixels', anchorYUnits: 'pixels' }),
})
