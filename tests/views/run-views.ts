import { execFile } from 'node:child_process'

/** Runs the command as `npm run views -- …` does; the content folder is named in `env`, or nowhere. */
export function runViews(
  words: string[],
  env: Record<string, string> = {},
): Promise<{ code: number | null; said: string }> {
  const command = ['src/run.js', 'src/views/views.ts', ...words]
  return new Promise((resolve) => {
    const run = execFile(
      'node',
      command,
      { env: { ...process.env, ...env } },
      (_, stdout, stderr) => resolve({ code: run.exitCode, said: stdout + stderr }),
    )
  })
}
