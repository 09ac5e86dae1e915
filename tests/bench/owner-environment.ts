/** The environment in which an owner runs Vite: `vite` sees to NODE_ENV itself, and this command's is not theirs. */
export function ownerEnvironment(content: string): NodeJS.ProcessEnv {
  const { NODE_ENV: _, ...env } = process.env
  return { ...env, LECTERN_CONTENT: content, NO_COLOR: '1' }
}
