import * as v from 'valibot'
import { fetchOrRecall, forgetPage } from './offline.ts'

/** The site has no page at this address. */
export class MissingError extends Error {
  override readonly name = 'MissingError'
}

/** The page's JSON did not arrive whole: offline, a failing host, or an answer that is no page of ours. */
export class UnreachableError extends Error {
  override readonly name = 'UnreachableError'
}

/** It is JSON of another kind, as that of a later edition of this app. */
export class StrangeError extends UnreachableError {}

const patience = 20_000

/**
 * Fetches the twin at `path`, below the blog's base, by way of the browser's cache as `cache` says. Throws
 * a MissingError or an UnreachableError.
 */
export async function fetchTwin<S extends v.GenericSchema>(
  path: string,
  schema: S,
  cache: RequestCache = 'default',
): Promise<v.InferOutput<S>> {
  const answer = await fetchJson(import.meta.env.BASE_URL + path.slice(1), cache)
  const result = v.safeParse(schema, answer)
  if (!result.success) throw new StrangeError(`${path} is not what was expected`)
  return result.output
}

async function fetchJson(address: string, cache: RequestCache): Promise<unknown> {
  try {
    const response = await fetchOrRecall(address, { signal: AbortSignal.timeout(patience), cache })
    if (response.status === 404 || response.status === 410) throw new MissingError(address)
    if (!response.ok) throw new UnreachableError(`${address} answered ${response.status}`)
    return await response.json()
  } catch (error) {
    if (error instanceof MissingError || error instanceof UnreachableError) throw error
    throw new UnreachableError(`${address} could not be fetched`, { cause: error })
  }
}

/**
 * Whether the host has something at an address that is no page of ours: old addresses lead on from
 * there. Throws an UnreachableError where it does not answer.
 */
export async function isThere(address: string): Promise<boolean> {
  try {
    const { ok, status, type } = await fetch(address, {
      method: 'HEAD',
      redirect: 'manual',
      signal: AbortSignal.timeout(patience),
    })
    if (status >= 500) throw new Error(`${status}`)
    if (ok || type === 'opaqueredirect') return true
    void forgetPage(address)
    return false
  } catch (cause) {
    throw new UnreachableError(`${address} could not be fetched`, { cause })
  }
}
