import type { Dictionary } from '../dictionary.ts'

export const errors: Dictionary['errors'] = {
  noSuchBody: 'No body answers at this address',
  notFound: 'Page not found',
  notFoundHelp:
    'The page that you are looking for does not exist or has moved. Check the address or start again from the home page.',
  fault: 'Something did not work',
  faultHelp: 'The problem is ours and you did nothing wrong: what you had sent before is safe. Try again in a while.',
  faultNumber: 'If you write to the body, quote number {number}.',
  forbidden: 'You have no access to this page',
  tooMany: 'You sent too many requests in a short time. Wait a few minutes and try again.',
  tooLong: 'What you sent is too long: go back, make it shorter and send it again',
  home: 'Go to the home page',
}
