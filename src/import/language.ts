import * as v from 'valibot'
import { languageTag } from '../core/blog.ts'

/** A language as a source says it ("en_GB"), where it is one: "en-GB". */
export function languageOf(written: string | undefined): string | undefined {
  const result = v.safeParse(languageTag, written?.trim().replaceAll('_', '-'))
  return result.success ? result.output : undefined
}
