/** The URL parser has already turned every spelling of an IPv4 address (`0x7f.1`) into four decimals. */
export function isLoopback(hostname: string): boolean {
  return hostname === 'localhost' || hostname === '[::1]' || /^127\.\d+\.\d+\.\d+$/.test(hostname);
}
