import { checkFaq, type FaqId, type FaqSetting } from '#domain/faqs/faq.ts'
import { type Actor, holds } from '#domain/people/actor.ts'
import type { Reader, Tx } from '../database.ts'
import { deleteFaq, readFaqs, saveFaq } from '../faqs.ts'
import { servicesThere } from '../services-there.ts'

/** A frequent question; the desk, which gives the answers, sets it as well. */
export const faqStore = {
  async read(reader: Reader, id: string): Promise<FaqSetting | null> {
    const found = (await readFaqs(reader)).find((faq) => faq.id === id)
    if (!found) return null
    const { id: _, ...setting } = found
    return setting
  },
  async write(tx: Tx, id: string, value: FaqSetting | null): Promise<void> {
    if (value === null) await deleteFaq(tx, id as FaqId)
    else await saveFaq(tx, id as FaqId, value)
  },
  async mayChange(_tx: Tx, _id: string, by: Actor): Promise<boolean> {
    return holds(by, 'desk')
  },
  async mayReturn(tx: Tx, _id: string, value: FaqSetting | null): Promise<boolean> {
    const there = await servicesThere(tx)
    return value === null || checkFaq(value, (service) => there.has(service)).ok
  },
}
