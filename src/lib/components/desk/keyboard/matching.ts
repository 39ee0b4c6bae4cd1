import { searchText } from '#domain/shared/search-text.ts'

const most = 12

/** What holds every typed word at the beginning of one of its own; those that begin with the whole come first. */
export function matching<T extends { readonly label: string }>(choices: readonly T[], typed: string): readonly T[] {
  const words = searchText(typed).split(' ').filter(Boolean)
  const found = choices.filter(({ label }) => {
    const own = searchText(label).split(' ')
    return words.every((word) => own.some((one) => one.startsWith(word)))
  })
  const begins = ({ label }: T) => (searchText(label).startsWith(words.join(' ')) ? 0 : 1)
  return found.toSorted((one, other) => begins(one) - begins(other)).slice(0, most)
}
