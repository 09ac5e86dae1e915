/** The part of the package that Lectern uses; it has no types of its own. */
declare module 'text-fragments-polyfill/dist/fragment-generation-utils.js' {
  export function generateFragmentFromRange(range: Range): {
    fragment?: { prefix?: string; textStart: string; textEnd?: string; suffix?: string }
  }
}
