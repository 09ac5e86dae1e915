/** An error without a stack: where in our code it was noticed is of no help to whoever can mend it. */
export function plainError(message: string): Error {
  const error = new Error(message)
  error.stack = message
  return error
}
