import { type BusinessEvent, businessEvents, type LifeEvent, lifeEvents } from '#domain/services/life-event.ts'
import { eventPath } from '#domain/services/sheet-path.ts'

type Counted = ReadonlyMap<LifeEvent | BusinessEvent, number>

/** The ways to the events for which there are services, those of people before those of businesses, with how many there are. */
export function eventLinks(counted: Counted, { words }: App.Locals) {
  const { vocabularies } = words
  return [
    ...lifeEvents.map((event) => ({ event, label: vocabularies.lifeEvents[event], business: false })),
    ...businessEvents.map((event) => ({ event, label: vocabularies.businessEvents[event], business: true })),
  ].flatMap(({ event, ...link }) => {
    const services = counted.get(event)
    return services === undefined ? [] : [{ ...link, href: eventPath(event), services }]
  })
}
