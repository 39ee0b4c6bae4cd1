import type { Dictionary } from '../dictionary.ts'

export const map: Dictionary['map'] = {
  zoomIn: 'Zoom in',
  zoomOut: 'Zoom out',
  loading: 'The map is loading…',
  failed: 'The map did not load. You can still use the address or the list.',
  keysToPut:
    'Tap or click on the map to put the pin, then drag it if needed. By keyboard: the arrow keys move the map under the crosshair, + and − zoom, Enter puts the pin in the middle.',
  keysToMove: 'By keyboard: the arrow keys move the map, + and − zoom.',
  picture: 'Map with the place of the report: {place}',
  reports: 'Map of the reports',
  picturePublic: 'Map of the areas of {body}',
  noScript: 'The interactive map needs JavaScript: below are the same reports as a list.',
  legend: 'Legend',
  groups: {
    received: 'Sent',
    in_progress: 'In progress',
    resolved: 'Resolved',
    declined: 'Declined',
    several: 'Several reports close together',
  },
  selected: 'Report chosen on the map',
  close: 'Close',
  listTitle: 'Reports as a list',
  inView: { one: 'The map shows {n} report', other: 'The map shows {n} reports' },
  crowded: 'Zoom in to see single reports.',
  keysToTake:
    'Tap or click a mark to see the report. By keyboard: the arrow keys move the map under the crosshair, + and − zoom, Enter opens the mark in the middle.',
}
