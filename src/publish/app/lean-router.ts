import { resolve } from 'node:path'
import type { Plugin } from 'vite'

const productionBuild = 'node_modules/react-router/dist/production'

/**
 * Puts no more of react-router into a build than is used. The package's own exports name its
 * development build whatever the mode, and nothing tells the bundler that a component which nobody
 * uses (Link, Form) can be left out.
 */
export const leanRouter = (): Plugin => ({
  name: 'lean-router',
  apply: 'build',
  config: () => ({ resolve: { alias: { 'react-router': resolve(productionBuild, 'index.mjs') } } }),
  transform: {
    filter: { id: /react-router\/dist\/production/ },
    handler: (code) => ({
      code: code
        .replace(/= (React\d*\.(?:forwardRef|createContext|memo)\()/g, '= /* @__PURE__ */ $1')
        .replace(/^\w+\.displayName = .*;$/gm, '')
        // Fetchers, server components, and what only options that nobody gives would do.
        .replace(/^ {4}(?:fetch: fetch2|patchRoutes),$/gm, '')
        .replace(
          /\binit\d?\.(?:instrumentations|patchRoutesOnNavigation)\b|\bthis\.context\b/g,
          'undefined',
        )
        .replace(/^(var defaultErrorElement = ).*;$/m, '$1null;')
        // What is said to developers.
        .replace(messages, '$1($2)')
        .replace(/^function (warning\d?)\(cond, message\) \{[\s\S]*?^\}/gm, 'function $1() {}'),
      map: null,
    }),
  },
})

/** The last argument of an assertion or a warning. */
const messages =
  /\b(invariant2?|warning|warnOnce)\(((?:[^"`;]|"[^"\s]{0,24}")*?),\s*(?:`(?:[^`\\]|\\.)*`|"(?:[^"\\]|\\.)*")\s*\)/g
