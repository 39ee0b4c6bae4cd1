import type { data as italian } from '../it/data.ts'

export const data: typeof italian = {
  nav: 'Data',
  title: 'Data of the reports',
  text: 'A row for each report of the body, to be counted and compared. It holds no texts, addresses, names or contacts.',
  filter: 'Show',
  clear: 'Remove the filters',
  take: 'Download',
  formats: { csv: 'Download as CSV', xlsx: 'Download for Excel' },
  columns: { first_reply: 'First reply' },
  file: 'report-data',
  notYours: 'Downloading data is for analysts, the contact desk and those who administer the body.',
}
