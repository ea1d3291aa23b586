import type { VendorAnswer, VendorRequest } from './vendor-answer.ts';

const largest = 100;

/**
 * One page of a list [O] ManagementService-v3.yaml `ListTerminalsResponse`. `_links` has `next` and `prev` only where
 * there are such pages. What too large a `pageSize` does is not known; here it gives the largest.
 * @param usual entries of a page where the request does not say
 */
export function page(all: object[], { query, segments }: VendorRequest, usual: number): VendorAnswer {
  const size = Math.min(largest, positive(query.get('pageSize')) ?? usual);
  const number = positive(query.get('pageNumber')) ?? 1;
  const pagesTotal = Math.ceil(all.length / size);
  const link = (target: number) => {
    const parameters = new URLSearchParams(query);
    parameters.set('pageNumber', String(target));
    parameters.set('pageSize', String(size));
    return { href: `https://management-test.adyen.com/v3/${segments.join('/')}?${parameters.toString()}` };
  };
  const _links = {
    self: link(number),
    first: link(1),
    last: link(Math.max(1, pagesTotal)),
    ...(number < pagesTotal ? { next: link(number + 1) } : {}),
    ...(number > 1 ? { prev: link(number - 1) } : {}),
  };
  const data = all.slice((number - 1) * size, number * size);
  return { status: 200, body: { _links, data, itemsTotal: all.length, pagesTotal } };
}

function positive(text: string | null): number | null {
  return text !== null && /^[1-9]\d*$/.test(text) ? Number(text) : null;
}
