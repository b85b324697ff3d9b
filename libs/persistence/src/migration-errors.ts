/** The database can't be used as it is. The message is one line for whoever starts the process. */
export class DatabaseUnusable extends Error {
  constructor(message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'DatabaseUnusable';
  }
}

/** Nobody answers at the address, or the answer is not PostgreSQL's. */
export class DatabaseUnreachable extends DatabaseUnusable {
  constructor(message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'DatabaseUnreachable';
  }
}

/** The server is older than the oldest version that the migrations run on. */
export class DatabaseTooOld extends DatabaseUnusable {
  constructor(found: string, oldest: string) {
    super(`PostgreSQL ${found} is too old: Jiefen needs ${oldest} or newer`);
    this.name = 'DatabaseTooOld';
  }
}

/** The database holds a migration that this code doesn't know: it was written by a newer version. */
export class DatabaseNewer extends DatabaseUnusable {
  constructor(migration: string) {
    super(
      `the database was written by a newer version of Jiefen (migration ${migration} is unknown here): start that version, or restore a backup`,
    );
    this.name = 'DatabaseNewer';
  }
}

/** An applied migration's file has been changed since. */
export class MigrationChanged extends DatabaseUnusable {
  constructor(migration: string) {
    super(`migration ${migration} differs from the one that was applied to this database: restore its file`);
    this.name = 'MigrationChanged';
  }
}
