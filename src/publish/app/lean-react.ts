import type { Plugin } from 'vite'

/**
 * React compares five values by identity that it makes as errors when it loads, whose stacks nobody
 * reads. While developer tools are attached, as they are when Lighthouse measures a page, V8 parses
 * the whole bundle twice more to find where they were made.
 */
export const leanReact = (): Plugin => ({
  name: 'lean-react',
  apply: 'build',
  transform: {
    filter: { id: /react-dom-client\.production/ },
    handler: (code) => ({
      code: code.replace(
        /(\w+Exception) = Error\((formatProdErrorMessage\(\d+\))\)/g,
        '$1 = Object.create(Error.prototype, { message: { value: $2 } })',
      ),
      map: null,
    }),
  },
})
