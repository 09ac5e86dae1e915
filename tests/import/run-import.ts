import { execFile } from 'node:child_process'

/** Runs the command as `npm run import -- …` does. */
export function runImport(...words: string[]): Promise<{ code: number | null; said: string }> {
  const command = ['src/run.js', 'src/import/import.ts', ...words]
  return new Promise((resolve) => {
    const run = execFile('node', command, (_, stdout, stderr) =>
      resolve({ code: run.exitCode, said: stdout + stderr }),
    )
  })
}
