import type { Dictionary } from '../dictionary.ts'

/** What can be wrong with a picture that something shows. */
export const pictureRefusals = {
  picture_wrong: 'Upload a picture.',
  alt_missing: 'Write what the picture shows, or say that it only adorns.',
  alt_too_long: 'The alternative text is too long: 250 characters at most.',
}

export const forms: Dictionary['forms'] = {
  requiredHint: 'Fields marked with an asterisk are required',
  errorsTitle: { one: 'There is {n} error', other: 'There are {n} errors' },
  maxLength: 'At most {n} characters',
  choose: 'Choose an option',
  storedFiles: 'Files already uploaded',
  removeFile: 'Remove',
  document: {
    orFile: 'Or upload a file',
    help: 'PDF, ODT or DOCX, 10 MB at most. It is uploaded when you save.',
    now: 'It is the uploaded file “{name}”.',
  },
  picture: {
    choose: 'Choose a picture',
    replace: 'Replace it by another',
    help: 'JPEG, PNG, WebP, AVIF, GIF or HEIC, 15 MB at most. It is uploaded when you save, without hidden data such as where it was taken.',
    now: 'The uploaded picture',
    remove: 'Remove the picture',
    alt: 'Alternative text',
    altHelp: 'What it shows, for whoever does not see it: “The entrance, with the ramp on the right”, for example.',
    altEn: 'Alternative text, in English',
    decorative: 'It only adorns: whoever does not see it misses nothing',
  },
}
