import type { ProfileSetting } from '#domain/offices/profile.ts'
import type { VenueSetting } from '#domain/offices/venue.ts'
import type { OfficeId } from '#domain/shared/id.ts'
import { writeCoordinates } from '#domain/shared/parse-place.ts'
import { inLocale } from '#domain/shared/words.ts'
import { fill } from '#lib/messages/fill.ts'
import { pointsInWords } from './contact-rows.server.ts'
import type { SaidValue } from './difference.server.ts'
import { pictureInWords } from './files-in-words.server.ts'
import { weekInWords } from './weekly-hours.server.ts'

/** A place as its page calls what it says. */
export function venueInWords(venue: VenueSetting, locals: App.Locals): SaidValue {
  const { venues, offices, desk } = locals.words
  return {
    [venues.name]: venue.name.it,
    [venues.nameEn]: venue.name.en,
    [venues.code]: venue.code,
    [venues.description]: venue.description.it,
    [venues.descriptionEn]: venue.description.en,
    [venues.picture]: venue.picture && pictureInWords(venue.picture, locals),
    [venues.access]: venue.access.it,
    [venues.accessEn]: venue.access.en,
    [venues.address]: venue.address,
    [venues.postcode]: venue.postcode,
    [venues.place]: writeCoordinates(venue.place),
    [venues.opening]: venue.opening && weekInWords(venue.opening, locals),
    [venues.hours]: venue.hours.it,
    [venues.hoursEn]: venue.hours.en,
    [offices.contact.legend]: pointsInWords(venue.points, locals),
    [venues.offices]: venue.offices.map((id) => officeInWords(id, locals)),
    [venues.active]: venue.active ? desk.file.yes : desk.file.no,
  }
}

/** A public profile as its page calls what it says; `names` are of the accounts that are mentioned. */
export function profileInWords(profile: ProfileSetting, locals: App.Locals, names: ReadonlyMap<string, string>): SaidValue {
  const { profiles, offices, desk } = locals.words
  return {
    [profiles.firstName]: profile.firstName,
    [profiles.lastName]: profile.lastName,
    [profiles.code]: profile.code,
    [profiles.posts]: profile.posts.map(({ office, title, inCharge }) => {
      const said = [title.it, title.en].filter(Boolean).join(' / ')
      return `${officeInWords(office, locals)}: ${inCharge ? fill(profiles.inChargeOf, { title: said }) : said}`
    }),
    [profiles.competences]: profile.competences.it,
    [profiles.competencesEn]: profile.competences.en,
    [profiles.photo]: profile.photo,
    [profiles.cv]: profile.cv,
    [offices.contact.legend]: pointsInWords(profile.points, locals),
    [profiles.account]: profile.account && (names.get(profile.account) ?? ''),
    [profiles.active]: profile.active ? desk.file.yes : desk.file.no,
  }
}

function officeInWords(id: OfficeId, { directory, locale }: App.Locals): string {
  const office = directory.offices.get(id)
  return office ? inLocale(office.name, locale) : ''
}
