/** The 15 categories of services of the official model of municipal sites, in its order, by the names that addresses give them. */
export const serviceCategories = [
  'agricoltura-e-pesca',
  'ambiente',
  'anagrafe-e-stato-civile',
  'appalti-pubblici',
  'autorizzazioni',
  'catasto-e-urbanistica',
  'cultura-e-tempo-libero',
  'educazione-e-formazione',
  'giustizia-e-sicurezza-pubblica',
  'imprese-e-commercio',
  'mobilita-e-trasporti',
  'salute-benessere-e-assistenza',
  'tributi-finanze-e-contravvenzioni',
  'turismo',
  'vita-lavorativa',
] as const

export type ServiceCategory = (typeof serviceCategories)[number]
