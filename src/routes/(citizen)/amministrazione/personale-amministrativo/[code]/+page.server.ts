import { error } from '@sveltejs/kit'
import { inLocale } from '#domain/shared/words.ts'
import { fill } from '#lib/messages/fill.ts'
import { readFilesIn } from '#server/storage/body-files.ts'
import { describePath } from '../../../describe-path.server.ts'
import { describeContacts, pointsOf, showContacts } from '../../../present-contacts.server.ts'
import { showLink, showPicture } from '../../../present-files.server.ts'
import { rateable } from '../../../rateable.server.ts'
import { structured } from '../../../structured.server.ts'
import { crumbsToPeople } from '../crumbs.server.ts'
import type { PageServerLoad } from './$types'

/** Somebody as everybody may know them; who has no contacts of their own is reached through their offices. */
export const load: PageServerLoad = async ({ locals, params, url }) => {
  const { installation, directory, locale, words } = locals
  const { name: body } = directory.tenant.settings
  const { page } = words.profiles
  const profile = directory.profiles.find(({ code, active }) => active && code === params.code)
  if (!profile) error(404, words.errors.notFound)
  const name = `${profile.firstName} ${profile.lastName}`
  const { photo, cv } = profile
  const files = await installation.world.read(directory.tenant.id, (reader) => readFilesIn(reader, [photo, cv]))
  const posts = profile.posts.flatMap(({ office: id, title, inCharge }) => {
    const office = directory.offices.get(id)
    return office?.active ? [{ office, name: inLocale(office.name, locale), title: inLocale(title, locale), inCharge }] : []
  })
  const path = `/amministrazione/personale-amministrativo/${profile.code}`
  const crumbs = [...crumbsToPeople(locals), { label: name, href: path }]
  return {
    words: page,
    crumbs,
    name,
    photo: showPicture(photo === null ? null : { href: photo, alt: { it: name } }, files, locals),
    cv: cv === null ? null : showLink({ label: { it: words.profiles.cv }, href: cv }, files, locals),
    competences: inLocale(profile.competences, locale),
    posts: posts.map(({ office, name: of, title, inCharge }) => ({
      title,
      inCharge,
      office: { name: of, href: `/amministrazione/uffici/${office.code}` },
    })),
    contacts: [
      { title: page.contacts, contacts: showContacts(profile.points, locals) },
      ...posts.map(({ office, name: of }) => ({
        title: fill(page.officeContacts, { office: of }),
        contacts: showContacts(pointsOf(office, locals), locals),
      })),
    ].filter(({ contacts }) => contacts.length > 0),
    pageTitle: fill(words.site.title, { page: name, body }),
    description: [...posts.map(({ title }) => title), body].join(', '),
    canonical: `${url.origin}${path}`,
    structured: structured([
      {
        '@context': 'https://schema.org',
        '@type': 'Person',
        name,
        givenName: profile.firstName,
        familyName: profile.lastName,
        url: `${url.origin}${path}`,
        ...(photo && { image: `${url.origin}${photo}` }),
        jobTitle: posts.map(({ title }) => title),
        worksFor: posts.map(({ office, name: of }) => ({
          '@type': 'GovernmentOffice',
          name: of,
          url: `${url.origin}/amministrazione/uffici/${office.code}`,
        })),
        ...describeContacts(profile.points),
      },
      describePath(crumbs, locals, url.origin),
    ]),
    rateable: await rateable(locals, { kind: 'page', key: `person-${profile.id}`, path, title: { it: name } }),
  }
}
