/** A request that the simulated vendor got. The key is never part of it. */
export interface LoggedRequest {
  /** Epoch ms. */
  at: number;
  method: string;
  /** With the query. */
  path: string;
  /** Parsed where it was JSON, else the text. */
  body: unknown;
  /** Null where no answer was sent. */
  status: number | null;
  /** Kind of the fault that answered in the vendor's place. */
  fault: string | null;
}

export interface RequestLog {
  add: (request: LoggedRequest) => void;
  all: () => readonly LoggedRequest[];
  /** The next one from now on that matches. */
  next: (matches?: (request: LoggedRequest) => boolean) => Promise<LoggedRequest>;
  /** @returns what ends the subscription */
  onRequest: (listener: (request: LoggedRequest) => void) => () => void;
}

/** A demo may run for weeks. */
const kept = 1000;

export function createRequestLog(): RequestLog {
  const requests: LoggedRequest[] = [];
  const listeners = new Set<(request: LoggedRequest) => void>();

  function onRequest(listener: (request: LoggedRequest) => void) {
    listeners.add(listener);
    return () => {
      listeners.delete(listener);
    };
  }

  return {
    add(request) {
      requests.push(request);
      if (requests.length > kept) requests.shift();
      for (const listener of listeners) listener(request);
    },
    all: () => requests,
    next: (matches = () => true) =>
      new Promise((resolve) => {
        const stop = onRequest((request) => {
          if (!matches(request)) return;
          stop();
          resolve(request);
        });
      }),
    onRequest,
  };
}
