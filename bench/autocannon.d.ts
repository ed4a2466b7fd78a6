/** The little of autocannon that the benchmarks use; the package brings no types. */
declare module 'autocannon/autocannon.js' {
  interface SentRequest {
    readonly method?: string;
    readonly path?: string;
    readonly headers?: Readonly<Record<string, string>>;
    readonly body?: string;
  }
  interface Result {
    readonly '2xx': number;
    readonly non2xx: number;
    readonly errors: number;
    /** Seconds. */
    readonly duration: number;
    readonly latency: { readonly p50: number; readonly p99: number };
  }
  const autocannon: (options: {
    readonly url: string;
    readonly connections: number;
    readonly duration: number;
    readonly requests: readonly {
      readonly method: string;
      readonly setupRequest: (request: SentRequest) => SentRequest;
    }[];
  }) => Promise<Result>;
  // biome-ignore lint/style/noDefaultExport: the package has one, and this describes it.
  export default autocannon;
}
