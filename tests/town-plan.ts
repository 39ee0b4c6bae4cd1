import type { PlannedLeaf, PlannedOffice, TenantPlan } from '#domain/tenants/plan.ts'

const office = (code: string, name: string, desk = false): PlannedOffice => ({
  code,
  name: { it: name, en: name },
  competences: { it: `Si occupa di ${name.toLowerCase()}` },
  hours: { it: 'lunedì–venerdì 9–12' },
  desk,
  email: `${code}@town.example`,
})

const leaf = (code: string, name: string, officeCode: string, more: Partial<PlannedLeaf> = {}): PlannedLeaf => ({
  code,
  name: { it: name, en: `${name} (en)` },
  description: { it: name },
  kinds: ['problem', 'proposal', 'complaint', 'praise'],
  keywords: [],
  office: officeCode,
  officesMayReply: false,
  firstReply: { amount: 2, unit: 'working_days' },
  resolution: { amount: 10, unit: 'working_days' },
  questions: [],
  ...more,
})

const square = (west: number, south: number, east: number, north: number) => ({
  type: 'Polygon' as const,
  coordinates: [
    [
      [west, south],
      [east, south],
      [east, north],
      [west, north],
      [west, south],
    ],
  ],
})

const nine = [{ from: '09:00', to: '17:00' }]

/** A small town on a square of the map: two areas side by side, three offices, two groups of categories. */
export function townPlan(slug: string): TenantPlan {
  return {
    slug,
    hosts: [`${slug}.filo.test`],
    settings: {
      name: 'Comune di Prova',
      region: 'Regione Prova',
      tagline: { it: 'Una città di prova', en: 'A test town' },
      address: 'Piazza Grande 1, 00000 Prova',
      taxCode: '00000000000',
      phone: '000 000000',
      email: 'urp@town.example',
      pec: 'pec@town.example',
      centre: { longitude: 9.1, latitude: 44.05 },
      calendar: {
        zone: 'Europe/Rome',
        weekly: { 1: nine, 2: nine, 3: nine, 4: nine, 5: nine, 6: [], 7: [] },
        patron: null,
        closures: [],
      },
      kinds: ['problem', 'proposal', 'complaint', 'praise'],
      publication: 'after_approval',
      anonymousReports: false,
      authorReopens: true,
      reopenDays: 30,
      waitingDays: 15,
      forcedNotes: [],
      emergencyNotice: { it: 'Per pericolo immediato chiama il 112.', en: 'In immediate danger call 112.' },
      privacyNotice: { it: 'Informativa di prova.' },
      terms: { it: 'Termini di prova.' },
      accessibilityStatement: 'https://form.agid.gov.it/view/prova',
    },
    offices: [
      office('urp', 'Ufficio relazioni con il pubblico', true),
      office('roads', 'Strade'),
      office('parks', 'Verde pubblico'),
    ],
    categories: [
      {
        ...leaf('streets', 'Strade e marciapiedi', 'roads'),
        children: [
          leaf('pothole', 'Buca', 'roads'),
          leaf('lamp', 'Lampione spento', 'roads', {
            officesMayReply: true,
            questions: [
              {
                code: 'lamp_number',
                label: { it: 'Numero del palo', en: 'Lamp number' },
                type: 'text',
                required: true,
                options: [],
              },
              {
                code: 'how_many',
                label: { it: 'Quanti?', en: 'How many?' },
                type: 'choice',
                required: false,
                options: [
                  { code: 'one', label: { it: 'Uno', en: 'One' } },
                  { code: 'many', label: { it: 'Molti', en: 'Many' } },
                ],
              },
            ],
          }),
        ],
      },
      { ...leaf('green', 'Parchi e verde', 'parks'), children: [leaf('tree', 'Albero pericolante', 'parks')] },
    ],
    areas: [
      { code: 'W', name: 'Quartiere Ovest', geometry: square(9, 44, 9.1, 44.1) },
      { code: 'E', name: 'Quartiere Est', geometry: square(9.1, 44, 9.2, 44.1) },
    ],
    streets: [
      {
        name: 'Via Lunga',
        postcode: '00001',
        line: [
          [9.04, 44.05],
          [9.05, 44.05],
          [9.06, 44.05],
        ],
        from: 1,
        to: 99,
      },
      {
        name: 'Piazza della Libertà',
        postcode: '00002',
        line: [
          [9.15, 44.06],
          [9.151, 44.06],
        ],
        from: 1,
        to: 20,
      },
    ],
  }
}
