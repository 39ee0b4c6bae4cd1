import type { Dictionary } from '../dictionary.ts'

export const auth: Dictionary['auth'] = {
  title: 'Staff sign-in',
  intro: 'For those who work for the body.',
  email: 'E-mail address',
  password: 'Password',
  signIn: 'Sign in',
  signOut: 'Sign out',
  signedOut: 'You have signed out.',
  wrong: 'The e-mail address or the password is wrong.',
  over: {
    title: 'Your session is over',
    text: 'What you wrote is still here. Sign in in another tab, then come back to this page and send it again.',
    files: 'The files you had chosen cannot be kept: add them again afterwards if they are needed.',
    signIn: 'Sign in in another tab',
    again: 'Send again',
  },
  missing: 'This field is required',
  tooMany: 'Too many attempts to sign in. Wait a quarter of an hour and try again.',
  passwordTitle: 'Choose your password',
  passwordIntro: 'Use at least 12 characters: a sentence that is easy to remember is fine.',
  newPassword: 'New password',
  repeat: 'Repeat the password',
  save: 'Save the password',
  saved: 'Password saved. You can sign in now.',
  refusal: {
    password_short: 'The password needs at least 12 characters.',
    password_long: 'The password can have 200 characters at most.',
    password_common: 'This password is too easy to guess: choose another.',
    password_repeat: 'The two passwords are not the same.',
    token_over: 'This invitation no longer counts: it was used or is over. Ask for a new one.',
  },
}
