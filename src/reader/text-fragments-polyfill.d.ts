/** The part of the package that Lectern uses; it has no types of its own. */
declare module 'text-fragments-polyfill/dist/fragment-generation-utils.js' {
  export const GenerateFragmentStatus: { SUCCESS: number }
  export function generateFragmentFromRange(range: Range): {
    status: number
    fragment?: { prefix?: string; textStart: string; textEnd?: string; suffix?: string }
  }
}
