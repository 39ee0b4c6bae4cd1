import type { Command } from './command.ts'

/** `./filo migrate`: opening the installation brings its database up to date. */
export const migrateDatabase: Command = {
  usage: 'migrate\n    brings the database up to date; starting does the same',
  run: async (_, tools) => {
    await tools.open()
    tools.say('the database is up to date')
    return 0
  },
}
