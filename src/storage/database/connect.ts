/** Where the database is, and a pool of connections to it under one login. */
import postgres from 'postgres';

export interface Where {
  readonly host: string;
  readonly port: number;
  readonly user: string;
  readonly database: string;
  readonly password?: string;
}

export type Sql = postgres.Sql;
/** A connection inside a transaction. */
export type Tx = postgres.TransactionSql;

export function connect(where: Where, connections: number): Sql {
  const socket = where.host.startsWith('/');
  return postgres({
    ...(socket
      ? { path: `${where.host}/.s.PGSQL.${where.port}` }
      : { host: where.host, port: where.port }),
    user: where.user,
    database: where.database,
    ...(where.password === undefined ? {} : { password: where.password }),
    max: connections,
    idle_timeout: 60,
    connect_timeout: 10,
    onnotice: () => {},
    types: { date: asText(1082), bigint: asNumber(20) },
    connection: { application_name: 'evenhand', TimeZone: 'UTC' },
  });
}

/** Calendar dates stay text: a JavaScript Date would move them by the zone of the server. */
function asText(type: number): postgres.PostgresType<string> {
  return {
    to: type,
    from: [type],
    serialize: (value: string) => value,
    parse: (raw: string) => raw,
  };
}

/** Counts and places in the log fit in a double for any number of people. */
function asNumber(type: number): postgres.PostgresType<number> {
  return {
    to: type,
    from: [type],
    serialize: (value: number) => String(value),
    parse: (raw: string) => Number(raw),
  };
}
