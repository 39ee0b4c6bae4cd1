/** The word that a text is, or nothing. */
export function oneOf<Word extends string>(words: readonly Word[], text: string): Word | null {
  return words.find((word) => word === text) ?? null
}

/** Those of the words that are among the texts, in their own order. */
export function manyOf<Word extends string>(words: readonly Word[], texts: readonly string[]): readonly Word[] {
  return words.filter((word) => texts.includes(word))
}
