import { resolve } from 'node:path'
import type { Plugin } from 'vite'

const productionBuild = 'node_modules/react-router/dist/production'

/**
 * Puts no more of react-router into a build than is used. The package's own exports name its
 * development build whatever the mode, and nothing tells the bundler that a component which nobody
 * uses (Link, Form) can be left out, or that an option is never given.
 */
export const leanRouter = (): Plugin => ({
  name: 'lean-router',
  apply: 'build',
  config: () => ({ resolve: { alias: { 'react-router': resolve(productionBuild, 'index.mjs') } } }),
  transform: {
    filter: { id: /react-router\/dist\/production/ },
    handler: (code) => ({
      code: unused.reduce((text, [written, instead]) => text.replace(written, instead), code),
      map: null,
    }),
  },
})

/** The last argument of an assertion or a warning. */
const messages =
  /\b(invariant2?|warning|warnOnce)\(((?:[^"`;]|"[^"\s]{0,24}")*?),\s*(?:`(?:[^`\\]|\\.)*`|"(?:[^"\\]|\\.)*")\s*\)/g

/** What is written there, and what lets the bundler see that all behind it is unused. */
const unused: readonly [written: RegExp, instead: string][] = [
  [/= (React\d*\.(?:forwardRef|createContext|memo)\()/g, '= /* @__PURE__ */ $1'],
  [/^\w+\.displayName = .*;$/gm, ''],
  // Fetchers, and what is there for others' tools.
  [
    /^ {4}(?:fetch: \w+|getFetcher|resetFetcher|deleteFetcher: \w+|getBlocker|patchRoutes|_internalFetchControllers: \w+|_internalSetRoutes),$/gm,
    '',
  ],
  // Forms.
  [/(?<!function )\bisMutationMethod\([\w.]+\)/g, 'false'],
  [
    /let \{ path, submission, error \} = normalizeNavigateOptions\(\s*false,\s*normalizedPath,\s*opts\s*\)/,
    'const path = normalizedPath, submission = undefined, error = undefined',
  ],
  // Options of a move that nobody gives, blockers, view transitions.
  [/\bopts\??\.(?:submission|fetcherSubmission|pendingError|viewTransition|mask)\b/g, 'undefined'],
  [/let blockerKey = shouldBlockNavigation\(\{[^}]*\}\)/g, 'const blockerKey = undefined'],
  [/\brouter\.window\b/g, 'undefined'],
  // Options of the router that nobody gives, and server components.
  [/\binit\d?\.(?:instrumentations|patchRoutesOnNavigation)\b|\bthis\.context\b/g, 'undefined'],
  [/^(var defaultErrorElement = ).*;$/m, '$1null;'],
  // What is said to developers.
  [messages, '$1($2)'],
  [/^function (warning\d?)\(cond, message\) \{[\s\S]*?^\}/gm, 'function $1() {}'],
]
