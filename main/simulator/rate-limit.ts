/** Lets so many requests through, then none until the window ends. */
export interface RateLimit {
  requests: number;
  windowMs: number;
}

/**
 * [O] docs automating-terminal-management: requests over the limit are blocked until the window ends.
 * @returns whether a request at a time (epoch ms) is let through
 */
export function createGate({ requests, windowMs }: RateLimit): (now: number) => boolean {
  let began = -Infinity;
  let used = 0;
  return (now) => {
    if (now - began >= windowMs) {
      began = now;
      used = 0;
    }
    used += 1;
    return used <= requests;
  };
}
