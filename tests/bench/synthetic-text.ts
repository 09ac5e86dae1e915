const adjectives =
  'able amber ancient anxious autumn bare bitter blue brave brisk broken careful cheap clear clever cold common crooked curious damp distant dusty eager early empty even faint familiar final firm foreign forgotten fragile fresh gentle golden grateful hasty heavy hidden hollow honest hungry idle iron kind late lazy level little lonely loose loud lucky mild modest narrow nervous odd old open ordinary pale patient plain polite private proud quiet rare rough round rusty second secret sharp silent simple slender slow small sober soft stubborn sudden tender thin tidy tired upper usual vague warm weary wild wooden young'.split(
    ' ',
  )
const nouns =
  'anchor apron argument arrival attic baker balcony barn basket bell bench blanket boat bottle bridge broom bucket candle carpet cellar chapter cherry cloud coat corner cousin cupboard curtain custom dentist ditch doctor door drawer engine evening fence ferry field fiddle garden gate glove grocer habit hammer harbour hedge hill island journey kettle key kitchen ladder lamp lantern ledger lesson letter library machine map market meadow mirror morning mountain neighbour needle notebook oar orchard oven page parcel path pencil piano pillow platform pocket promise question rain recipe river road roof rope saddle school season shadow shelf shoulder shovel signal spoon stairs station stone story street summer table tailor teacher ticket tower valley village wagon wall weather wheel window winter yard'.split(
    ' ',
  )
const verbs =
  'answered avoided borrowed brought carried changed chose closed copied counted covered crossed described discovered divided doubted drew explained feared followed forgave found gathered guarded heard held imagined improved kept learned left lent lost loved measured mended met missed moved needed noticed opened owned packed painted passed praised pulled raised remembered repaired reached returned saved shared sketched sold sorted studied taught thanked trusted used visited watched welcomed wrapped'.split(
    ' ',
  )
const links = 'above after before behind below beside beyond near past under with without'.split(
  ' ',
)
const openings =
  'By then|As a rule|In the end|Some years later|To my surprise|For a while|Every week|Not long ago|On most days|Without a word|Even so|Once more'.split(
    '|',
  )

/** Invented English, the same for the same seed. */
export class SyntheticText {
  #state: number

  constructor(seed: number) {
    this.#state = (seed * 2_654_435_761 + 97) >>> 0
  }

  title(): string {
    const [adjective, noun] = [this.#one(adjectives), this.#one(nouns)]
    return `${capital(adjective)} ${noun}, ${this.#one(adjectives)} ${this.#one(nouns)}`
  }

  tags(): string[] {
    return [...new Set([this.#one(nouns), this.#one(nouns), this.#one(nouns)])]
  }

  name(): string {
    return `${capital(this.#one(nouns))} ${capital(this.#one(nouns))}`
  }

  /** At least so many words, and no more than a sentence beyond them. */
  paragraph(words: number): string {
    const sentences: string[] = []
    for (let count = 0; count < words; ) {
      const sentence = this.sentence()
      sentences.push(sentence)
      count += sentence.split(' ').length
    }
    return sentences.join(' ')
  }

  sentence(): string {
    const clause = () =>
      `the ${this.#thing()} ${this.#one(verbs)} ${this.#one(['a', 'the', 'my', 'her', 'our'])} ${this.#thing()}`
    const place = () => `${this.#one(links)} the ${this.#thing()}`
    switch (this.#below(4)) {
      case 0:
        return `${capital(clause())} ${place()}.`
      case 1:
        return `${this.#one(openings)}, ${clause()}.`
      case 2:
        return `${capital(clause())}, and ${clause()} ${place()}.`
      default:
        return `${this.#one(openings)} ${clause()}; ${clause()}.`
    }
  }

  #thing(): string {
    return this.#below(2) === 0 ? this.#one(nouns) : `${this.#one(adjectives)} ${this.#one(nouns)}`
  }

  #one(list: readonly string[]): string {
    return list[this.#below(list.length)] ?? ''
  }

  /** Mulberry32. */
  #below(limit: number): number {
    this.#state = (this.#state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(this.#state ^ (this.#state >>> 15), this.#state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32) * limit)
  }
}

const capital = (text: string): string => text.slice(0, 1).toUpperCase() + text.slice(1)
