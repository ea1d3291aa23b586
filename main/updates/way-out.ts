import type { ProxyConfig } from 'electron';
import type { Network } from '../terminal-api/network.ts';

/** The part of Electron's that is used. */
export interface ClosedSession {
  setProxy(config: ProxyConfig): Promise<void>;
  webRequest: {
    onBeforeRequest(
      listener: (details: { url: string }, decide: (answer: { cancel: boolean }) => void) => void,
    ): void;
  };
}

export interface WayOut {
  /** Of the feed. */
  origin: string;
  proxy: ProxyConfig;
}

/** Lets a session that is closed, as all are, through to one origin; whatever leads elsewhere is refused as before. */
export async function openWayOut(session: ClosedSession, { origin, proxy }: WayOut): Promise<void> {
  session.webRequest.onBeforeRequest(({ url }, decide) => {
    decide({ cancel: !URL.canParse(url) || new URL(url).origin !== origin });
  });
  await session.setProxy(proxy);
}

/** The proxy as the settings have it, in Chromium's words. */
export function proxyConfig({ proxy, noProxy }: Pick<Network, 'proxy' | 'noProxy'>): ProxyConfig {
  if (proxy.mode !== 'manual') return { mode: proxy.mode };
  return {
    mode: 'fixed_servers',
    proxyRules: `${proxy.host}:${proxy.port}`,
    proxyBypassRules: noProxy.join(','),
  };
}
